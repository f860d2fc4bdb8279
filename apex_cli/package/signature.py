"""What the files of a package are recognised by: name, size and digests."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any


def signature(files: Sequence[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """Name, size, SHA-256 and SHA-1 of each file of the package.

    >>> signature([("a.md", b"")])[0]["sha1"]
    'da39a3ee5e6b4b0d3255bfef95601890afd80709'
    """
    return [
        {
            "file": PurePath(name).name,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "sha1": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        }
        for name, data in files
    ]


def signature_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same as lines that ``sha256sum -c`` and ``sha1sum -c`` can check."""
    lines = [f"SHA256 ({row['file']}) = {row['sha256']}" for row in rows]
    lines += [f"SHA1 ({row['file']}) = {row['sha1']}" for row in rows]
    return "\n".join(lines) + "\n"
