"""So many spoilt inputs, and what came of them."""

import os
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from apex_cli.errors import InternalFault
from tests.fuzz.targets import OURS, TARGETS

SECONDS = 1.0
MEGABYTES = 300
PART = 5_000
"""Inputs of one draw: a finding is made again from its seed."""
_MOST_SHOWN = 20


class Finding(NamedTuple):
    """An input that did not end as it must.

    Args:
        target: Where.
        seed: Of the draw.
        number: In the draw, from 0.
        what: What happened.
        given: The input.
    """

    target: str
    seed: int
    number: int
    what: str
    given: str


class Part(NamedTuple):
    """What came of one draw.

    Args:
        ends: Inputs that were answered and refused, by target and how they ended.
        findings: What went wrong.
        slowest: The input of each target that took longest, with its seconds of the processor.
        megabytes: By how much the memory of the process grew.
    """

    ends: Counter[tuple[str, str]]
    findings: list[Finding]
    slowest: dict[str, tuple[float, bytes]]
    megabytes: float


def drawn(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many inputs, each with its target: the same for the same seed."""
    chance = random.Random(seed)
    names = list(TARGETS)
    shares = [one.share for one in TARGETS.values()]
    for _ in range(count):
        name = chance.choices(names, shares)[0]
        yield name, TARGETS[name].drawn(random.Random(chance.getrandbits(64)))


def part(seed: int, count: int = PART, seconds: float = SECONDS) -> Part:
    """One draw, taken by apex; what takes longer than so many seconds is found, too."""
    found = Part(Counter(), [], {}, 0.0)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number, (name, given) in enumerate(drawn(seed, count)):
        how, took = taken(name, given)
        if took > found.slowest.get(name, (0.0, b""))[0]:
            took = of_processor(name, given, took)
            found.slowest[name] = max(found.slowest.get(name, (0.0, b"")), (took, given))
            how = how if took <= seconds else f"took {took:.1f} s"
        right = how in {"answered", "refused"}
        found.ends[name, how if right else "found"] += 1
        if not right:
            found.findings.append(Finding(name, seed, number, how, repr(given)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found._replace(megabytes=(after - before) / 1024)


def taken(name: str, given: bytes) -> tuple[str, float]:
    """How one input ended, and the seconds until then."""
    started = time.perf_counter()  # it costs less than the clock of the processor
    how = "answered"
    try:
        TARGETS[name].take(given)
    except InternalFault as error:
        how = _place(error)
    except OURS as error:
        how = "refused" if str(error) else f"{type(error).__name__} says nothing"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        how = _place(error)
    return how, time.perf_counter() - started


def of_processor(name: str, given: bytes, seconds: float) -> float:
    """The seconds of the processor that an input takes that took so many: others wait, too."""
    for _ in range(2):
        started = time.process_time()
        taken(name, given)
        seconds = min(seconds, time.process_time() - started)
    return seconds


def _place(error: Exception) -> str:
    """Where an error came from, without the texts that differ from input to input."""
    places = traceback.extract_tb(error.__traceback__)
    where = "".join(f"\n  {place.filename}:{place.lineno} {place.line}" for place in places[-5:])
    return f"{type(error).__name__}: {str(error)[:200]}{where}\n"


def kind_of(what: str) -> str:
    """A finding without the words of its error."""
    return what.partition("\n")[2] or what


def fuzz(count: int, seed: int = 0, workers: int = 0) -> dict[str, int]:
    """So many inputs in processes of their own; what is found is printed where errors are."""
    parts = [min(PART, count - at) for at in range(0, count, PART)]
    ends: Counter[str] = Counter()
    findings: list[Finding] = []
    slowest = megabytes = 0.0
    with ProcessPoolExecutor(
        workers or os.cpu_count(), mp_context=get_context("fork"), max_tasks_per_child=None
    ) as pool:
        for one in pool.map(part, range(seed, seed + len(parts)), parts):
            ends.update(dict.fromkeys(("answered", "refused", "found"), 0))
            for (_, how), many in one.ends.items():
                ends[how] += many
            findings += one.findings
            slowest = max(slowest, *(seconds for seconds, _ in one.slowest.values()))
            megabytes = max(megabytes, one.megabytes)
            sys.stderr.write(f"\r{sum(ends.values())} inputs, {len(findings)} findings ")
    alike = Counter((one.target, kind_of(one.what)) for one in findings)
    first = {(one.target, kind_of(one.what)): one for one in reversed(findings)}
    for kind, many in alike.most_common(_MOST_SHOWN):
        found = first[kind]
        place = f"--seed {found.seed} --only {found.number}"
        sys.stderr.write(f"\n{many} of {found.target}, {place}: {found.what}")
    return {
        "inputs": count, "answered": ends["answered"], "refused": ends["refused"],
        "not_as_they_must": len(findings), "ms_of_the_slowest": round(1000 * slowest),
        "MB_grown_at_most": round(megabytes), "beyond_300_MB": int(megabytes > MEGABYTES),
    }  # fmt: skip
