"""Fifty thousand spoilt inputs of the million: no crash, no hang, no flood of memory.

What is drawn is fixed by the version, so what fails once fails again; the next release draws anew.
"""

import math
import resource
import sys
from collections.abc import Callable
from zlib import crc32

import pytest

from apex_cli.version import __version__
from tests.fuzz.campaign import MEGABYTES, PART, part, taken
from tests.fuzz.found import FOUND
from tests.fuzz.giants import GIANTS
from tests.fuzz.guided import guided
from tests.fuzz.targets import OURS, TARGETS

PARTS = 10
FIRST = crc32(__version__.encode()) % 10_000 * 1_000
"""Seed of the first part."""

Beside = Callable[[Callable[[], object], float], float]


def opens(name: str, data: bytes) -> bool:
    try:
        TARGETS[name].take(data)
    except OURS:
        return False
    return True


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_whole_is_answered(name: str) -> None:
    """Else nothing behind the door would be fuzzed."""
    assert any(opens(name, data) for data in TARGETS[name].seeds()[:9])


@pytest.mark.parametrize("seed", range(FIRST, FIRST + PARTS))
def test_each_is_answered_or_refused(seed: int, beside_toml: Beside) -> None:
    found = part(seed, seconds=math.inf)  # time is held against something measured beside it
    assert not found.findings, [
        f"python -m tests.fuzz --seed {one.seed} --only {one.number}: {one.what} {one.given[:500]}"
        for one in found.findings
    ]
    assert sum(found.ends.values()) == PART
    name, (_, slowest) = max(found.slowest.items(), key=lambda item: item[1][0])
    assert beside_toml(lambda: taken(name, slowest), 5) < 5, (name, slowest[:500])
    assert found.megabytes < MEGABYTES


@pytest.mark.parametrize("name", GIANTS)
def test_what_is_large_is_no_different(name: str, beside_toml: Beside) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for data in GIANTS[name]:
        how, seconds = taken(name, data)
        assert how in {"answered", "refused"}, (how, data[:100])
        if seconds > 0.5:
            assert beside_toml(lambda one=data: taken(name, one), 10) < 10, data[:100]  # type: ignore[misc] # - bound now
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_is_mended(name: str) -> None:
    assert [taken(name, data)[0] for data in FOUND[name]] == ["refused"] * len(FOUND[name])


def test_without_atheris_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "atheris", None)
    with pytest.raises(SystemExit, match="pip install atheris"):
        guided("units", 1)
