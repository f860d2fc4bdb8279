"""The reader under thirty thousand mutated documents: no crash, no hang, no flood of memory."""

import json
import random
import resource
import time
from collections.abc import Callable
from typing import Any

import pytest

from apex_cli.canonical import digest
from apex_cli.errors import InvalidInput
from apex_cli.project.reader import validate
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.project.text import parse

ROUNDS = 10
PER_ROUND = 3_000
MEGABYTES = 300

SEEDS = [json.dumps(template(name), indent=2).encode() for name in TEMPLATES]
SCRAPS = [
    b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b"0.1e-400", b"9" * 40, b'""', b"{}",
    b"[]", b"[[[[", b"}}", b'"\\ud800"', b'"\\u0000"', b"\xff", b"\xef\xbb\xbf", b"\0", b",", b":",
    b'"etag":', b'"schema_version":0,', b"\xe2\x80\xae", b"[" * 70, b'{"a":' * 70, b"1_000",
]  # fmt: skip


Beside = Callable[[Callable[[], object], float], float]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """One to six changes of bytes: flipped, cut, doubled, moved, or something hostile put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        stop = min(len(data), start + chance.choice((1, 2, 8, 64)))
        piece = data[start:stop]
        new = chance.choice(
            (
                bytes(chance.randrange(256) for _ in piece),
                b"",
                piece * chance.choice((2, 50)),
                chance.choice(SCRAPS),
                chance.choice(SCRAPS) + piece,
                bytes(byte ^ (1 << chance.randrange(8)) for byte in piece),
            )
        )
        data = data[:start] + new + data[stop:]
    return data


def replaced(data: bytes, chance: random.Random) -> bytes:
    """A value anywhere in the document replaced, its key renamed, or the key taken away."""
    document = json.loads(data)
    here = document
    while True:
        key = chance.choice(list(here) if isinstance(here, dict) else range(len(here)))
        if isinstance(here[key], dict | list) and here[key] and chance.random() < 0.7:
            here = here[key]
            continue
        values: list[Any] = [
            None,
            True,
            -1,
            0,
            0.0,
            1e308,
            -1e-308,
            2**53,
            "",
            "x" * 30_000,
            [],
            {},
            [[]],
        ]
        here[key] = chance.choice(values)
        if isinstance(here, dict) and chance.random() < 0.3:
            here[chance.choice(("class", "x", "Width_ft", "\u202e", "a" * 400))] = here.pop(key)
        return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode()


def read(data: bytes) -> bool:
    """Whether the reader answers; a refusal is the other of two right outcomes."""
    try:
        document = parse(data)
        assert len(digest(document)) == 64  # whatever is read can be sealed
        validate(document)
    except InvalidInput as error:
        assert error.detail  # noqa: PT017 - a refusal is right if it says why
        assert len(error.faults) <= 200  # noqa: PT017 - likewise
        return False
    return True


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_the_reader_answers_or_refuses(round_: int, beside_toml: Beside) -> None:
    chance = random.Random(round_)
    answered = 0
    slowest = (0.0, b"")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(PER_ROUND):
        seed = chance.choice(SEEDS)
        data = (mutated if chance.random() < 0.6 else replaced)(seed, chance)
        started = time.process_time()
        answered += read(data)
        slowest = max(slowest, (time.process_time() - started, data))
    assert beside_toml(lambda: read(slowest[1]), 5) < 5, slowest[1]
    assert 0 < answered < PER_ROUND
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024
