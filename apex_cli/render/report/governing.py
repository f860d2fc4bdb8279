"""Which steps decide: those that the most used checks, or the loads at grade, come from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.vocabulary import JsonObject

RULES = (".detailing", ".geometry", ".frost", ".minimum_depth", ".minimum_steel", ".holds_pole")
"""How the ids of checks end that hold a size against a least size, and are often used in full."""

SHOWN, SIGNIFICANT = 5.1e-4, 5.1e-6
"""How far a check's number, of three decimals, may be from that of its step, of six digits."""


def weight(check: JsonObject) -> tuple[bool, bool, float]:
    """How much a check decides: a failed one first, then strength before rules of detailing."""
    ratio = check["ratio"] if check["ratio"] is not None else 0.0
    return not check["passed"], not check["id"].endswith(RULES), ratio


Rank = tuple[int, float]
"""The place of the first check that depends on a step, the most used check at 0; then, below 0, the
largest force of what the step is about: of two that one check depends on, the larger leads."""


def ranks(
    steps: Sequence[JsonObject], checks: Sequence[JsonObject], results: Mapping[str, Any]
) -> dict[int, Rank]:
    """Steps by how much they decide; the least is what governs.

    A check's demand and capacity are found among the steps by unit and number; what these steps
    take from earlier ones depends on the check too. Then come the loads at grade, and last what
    is only about the same thing as a step of these.

    Args:
        steps: Every step.
        checks: Every check.
        results: Results by kind.
    """
    by_number = {step["n"]: step for step in steps}
    found: dict[int, int] = {}
    for place, asked in enumerate(_asked(checks, results)):
        waiting = [step["n"] for step in steps if any(_is(step, *one) for one in asked)]
        while waiting:
            n = waiting.pop()
            if n in found or n not in by_number:
                continue
            found[n] = place
            waiting += _sources(by_number[n])
    found |= _alike(steps, found)
    forces = dict[str, float]()
    for step in steps:
        if step["unit"] == "lbf":
            about = step.get("subject") or ""
            forces[about] = max(forces.get(about, 0.0), abs(step["value"]))
    return {
        step["n"]: (found[step["n"]], -forces.get(step.get("subject") or "", 0.0)) for step in steps
    }


def _alike(steps: Sequence[JsonObject], found: Mapping[int, int]) -> dict[int, int]:
    """The steps that no check depends on, after the others: as what they are about decides."""
    last, subjects = len(found), dict[str, int]()
    for step in steps:
        if step["n"] in found and (about := step.get("subject")):
            subjects[about] = min(subjects.get(about, last), found[step["n"]])
    return {
        step["n"]: last + subjects.get(step.get("subject") or "", last)
        for step in steps
        if step["n"] not in found
    }


def _asked(
    checks: Sequence[JsonObject], results: Mapping[str, Any]
) -> Iterator[list[tuple[float, str]]]:
    """Numbers with their units, what decides most first."""
    for check in sorted(checks, key=weight, reverse=True):
        pair = check["demand"], check["capacity"]
        yield [(value, check["unit"]) for value in pair if (value, check["unit"]) != (1, "1")]
    base = (results.get("exposure") or {}).get("base") or {}
    keys = (("moment_kipft", "kip-ft"), ("torsion_kipft", "kip-ft"), ("shear_lbf", "lbf"))
    yield [(base[key], unit) for key, unit in keys if base.get(key)]


def _is(step: JsonObject, value: float, unit: str) -> bool:
    away: float = abs(step["value"] - value)
    return bool(step["unit"] == unit) and away <= SHOWN + SIGNIFICANT * abs(value)


def _sources(step: JsonObject) -> Iterator[int]:
    for term in step["terms"].values():
        kind, _, number = term["origin"].partition(" ")
        if kind == "step" and number.isdecimal():
            yield int(number)
