"""A difference in short: what the answers come to, what flips, what moved first, and how much."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.envelope.headline import headline
from apex_cli.envelope.verdict import FAIL, PASS

Envelope = Mapping[str, Any]
Pair = tuple[Envelope, Envelope, Mapping[str, Any]]
"""The answer before, the answer after, and how they differ (`compare`)."""

COUNTED = ("packs", "inputs", "constants", "steps", "result", "checks", "warnings")

NOTHING: dict[str, Any] = {"headline": [], "flipped": [], "first_step": None, "counts": {}}
"""The summary of what does not differ."""


def summary(pairs: Iterable[Pair], fields: int | None = None) -> dict[str, Any]:
    """What pairs of answers differ in.

    Args:
        pairs: Of each calculation, in their order.
        fields: How many fields of their projects differ, which then are the inputs.

    Returns:
        ``headline``: the headline numbers that moved, ``{name, old, new}``; ``flipped``: the checks
        whose verdict did, ``{check, old, new}`` with PASS, FAIL or None; ``first_step``;
        ``counts``: how many differ of each sort, those of which none does left out.
    """
    pairs = list(pairs)
    counts = {name: sum(len(told[name]) for _, _, told in pairs) for name in COUNTED}
    if fields is not None:
        counts["inputs"] = fields
    steps = (told["first_step"] for _, _, told in pairs)
    return {
        "headline": [item for old, new, _ in pairs for item in moves(_numbers(old), _numbers(new))],
        "flipped": [item for old, new, _ in pairs for item in _flips(old, new)],
        "first_step": next(filter(None, steps), None),
        "counts": {name: count for name, count in counts.items() if count},
    }


def moves(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The named numbers that are not the same; None where there is none.

    >>> moves({"depth_ft": 8, "width_ft": 2}, {"depth_ft": 8.5, "width_ft": 2})
    [{'name': 'depth_ft', 'old': 8, 'new': 8.5}]
    """
    return [
        {"name": name, "old": old.get(name), "new": new.get(name)}
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    ]


def _numbers(envelope: Envelope) -> dict[str, Any]:
    return headline(envelope["kind"], envelope["result"] or {})


def _flips(old: Envelope, new: Envelope) -> list[dict[str, Any]]:
    """Checks that pass on one side and do not on the other; an absent one counts if it fails."""
    before, after = _worst(old), _worst(new)
    return [
        {"check": name, "old": before.get(name), "new": after.get(name)}
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name) and FAIL in {before.get(name), after.get(name)}
    ]


def _worst(envelope: Envelope) -> dict[str, str]:
    """The verdict of each check; where several have one name, that of the worst."""
    found: dict[str, str] = {}
    for check in envelope["checks"]:
        if found.get(check["id"]) != FAIL:
            found[check["id"]] = PASS if check["passed"] else FAIL
    return found
