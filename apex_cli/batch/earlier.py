"""Answers of an earlier run, found by the digest of their inputs.

The lines stay in their file; what is held in memory of each is sixteen bytes.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from apex_cli.envelope.build import Quote, content_digest
from apex_cli.files import opened
from apex_cli.render.json import body, line_of

_KEY = b'"inputs_sha256":"'
_ANSWERED = b',"error":null,"content_sha256":"'
_DIGITS = 64
_HEX = frozenset(b"0123456789abcdef")
_PREFIX = 16


class EarlierAnswers(NamedTuple):
    """A file of answers and its index.

    Args:
        path: The file, JSON Lines.
        keys: The first 8 bytes of every answer's `inputs_sha256`, sorted.
        offsets: Where the answer of each key begins.
    """

    path: str
    keys: "array[int]"
    offsets: "array[int]"

    def find(self, quoted: Quote, meta: Mapping[str, Any]) -> tuple[dict[str, Any], bytes] | None:
        """The answer to these inputs with this margin, as an envelope and as its line.

        An answer counts only if it was made by this version, is whole, has the digest that it
        claims, and quotes the inputs as they would be quoted today.
        """
        prefix = int(quoted.key[:_PREFIX], 16)
        place = bisect_left(self.keys, prefix)
        if place == len(self.keys) or self.keys[place] != prefix:
            return None
        try:
            with opened(Path(self.path)) as file:
                file.seek(self.offsets[place])
                line = file.readline()
            envelope: dict[str, Any] = orjson.loads(line)
            digest = content_digest(envelope)
        except (OSError, ValueError):
            return None
        head = body(line)
        asked = b'"trace":{"inputs":' + quoted.shown + b"," + _KEY
        margin = envelope.get("meta")
        same = (
            isinstance(margin, dict)
            and all(margin.get(name) == meta[name] for name in ("version", "git_sha"))
            and asked + quoted.key.encode() in head
            and envelope.get("content_sha256") == digest
        )
        if not same:
            return None
        return {**envelope, "meta": meta}, line_of(head, meta)


def index(path: Path) -> EarlierAnswers:
    """The answers in a file of an earlier run; what is no answer, or not whole, is passed over.

    Raises:
        OSError: It cannot be read.
    """
    found: list[tuple[int, int]] = []
    offset = 0
    with opened(path) as file:
        for line in file:
            start = line.find(_KEY) + len(_KEY)
            if line.endswith(b"}\n") and start >= len(_KEY) and _ANSWERED in line:
                digits = line[start : start + _DIGITS]
                if len(digits) == _DIGITS and _HEX.issuperset(digits):
                    found.append((int(digits[:_PREFIX], 16), offset))
            offset += len(line)
    found.sort()
    keys, offsets = array("Q"), array("Q")
    for key, where in found:
        keys.append(key)
        offsets.append(where)
    return EarlierAnswers(str(path), keys, offsets)
