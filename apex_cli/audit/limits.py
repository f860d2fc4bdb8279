"""How far each number may move, alone, before a check flips."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Any, Literal, NamedTuple

from apex_cli.audit.cases import newest
from apex_cli.audit.ends import Interval, intervals, nearest
from apex_cli.audit.locked import asked
from apex_cli.audit.movable import Movable, movables
from apex_cli.audit.neighbours import Neighbours
from apex_cli.envelope.build import Packs, build
from apex_cli.envelope.numbers import as_read
from apex_cli.envelope.verdict import FAIL, verdict
from apex_cli.equations import Bare, Trace
from apex_cli.errors import ApexError, InvalidInput, UsageError, suggestion
from apex_cli.exits import ANSWERED, CHECK_FAILED
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import parts_of
from apex_cli.project.edit import Assignment, apply
from apex_cli.project.part import pick
from apex_cli.records.fields import Doubt
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.table import CALCULATIONS
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import PARTS, JsonObject, PackKind, Part, without_nulls

EDITIONS: tuple[PackKind, ...] = ("exposure", "footing", "support", "concrete")
"""The packs that are editions of codes, and so choices."""
IDLE = ("site.risk_category",)
"""Choices that mean nothing alone: the category selects the map that the wind speed is of."""
FROZEN = ("exposure", "kzt", "ground_elevation_ft")
"""What of the site a wind speed is told under."""


class Found(NamedTuple):
    """What was found, and the margin of checks, packs and inputs that it stands on.

    Args:
        result: The result of the envelope.
        beside: What the envelope has beside it, as `build` takes it.
    """

    result: dict[str, Any]
    beside: dict[str, Any]


def limits(
    document: JsonObject, catalogue: Catalogue, paths: Sequence[str] = (), *, free: bool = False
) -> Found:
    """The limits of numbers, and which choices pass.

    Args:
        document: The project as it was read, overrides applied.
        catalogue: The packs that can be seen.
        paths: Which numbers and choices, or the blocks of them; none: all that is read.
        free: Whether sizes that the project leaves open are solved again for each value.

    Raises:
        InvalidInput: Nothing is asked for that has a check.
        UsageError: A path leads to nothing that is read.
        ApexError: The project has no answer as it stands.
    """
    job = _Job(document, catalogue)
    held = [] if free else job.hold()
    prepared = job.prepared
    trace = Trace()
    results = solve(prepared, trace)
    if not trace.checks:
        raise InvalidInput(
            "the project asks for nothing that is checked: no check can flip",
            code="limits.nothing",
            hint="name a footing or support pack, and give the blocks that its calculation reads",
        )
    known = [one for one in movables(prepared.inputs) if one.path not in IDLE]
    chosen = _chosen([*known, *job.editions(paths)], paths)
    neighbours = Neighbours(prepared, job.document)
    rows = [job.row(one, neighbours) for one in chosen if not one.choices]
    rows.sort(key=lambda row: row.pop("_order"))
    told = Trace()
    told.checks, told.cautions = trace.checks, trace.cautions
    for row in held:
        told.assume(
            f"{row['path']} is held at {row['value']:g}, as the answer builds it; --free solves it "
            "again for each value."
        )
    accepted = {one.code: one for one in prepared.project.accepted or ()}
    beside = {
        "trace": told,
        "inputs": prepared.inputs,
        "packs": prepared.packs,
        "accepted": accepted,
    }
    site = prepared.inputs.get("site") or {}
    result = {
        "parts": [part for part in prepared.order if part in job.parts],
        "verdict": verdict(build("limits", **beside)),
        "checked": list(dict.fromkeys(check.id for check in trace.checks)),
        "not_checked": list(
            dict.fromkeys(it for one in results.values() for it in getattr(one, "not_checked", ()))
        ),
        "under": {
            "standards": [prepared.packs[kind][0].standard for kind in EDITIONS
                          if kind in prepared.packs],
            **{name: site[name] for name in FROZEN if name in site},
        },
        "held": held,
        "limits": rows,
        "categories": [job.choice(one, neighbours) for one in chosen if one.choices],
    }  # fmt: skip
    return Found(as_read(result), beside)


def envelope(found: Found, meta: Mapping[str, Any]) -> dict[str, Any]:
    """What was found as an envelope."""
    return build("limits", result=found.result, exact=True, meta=meta, **found.beside)


def exit_code(result: Mapping[str, Any]) -> int:
    """0 when every check passes as the project stands, 1 when one fails."""
    return CHECK_FAILED if result["verdict"] == FAIL else ANSWERED


def _chosen(known: Sequence[Movable], paths: Iterable[str]) -> list[Movable]:
    """Those that paths name, or all.

    Raises:
        UsageError: A path names none of them.
    """
    wanted = {path: ".".join(parts_of(path)) if path.startswith("/") else path for path in paths}
    if not wanted:
        return list(known)
    named = {
        path: [one for one in known if f"{one.path}.".startswith(f"{plain}.")]
        for path, plain in wanted.items()
    }
    for path, found in named.items():
        if not found:
            raise UsageError(
                f"{path} is no number or choice that the project gives and a calculation reads",
                hint=suggestion(wanted[path], [one.path for one in known])
                or "see trace.inputs of the answer: apex calc",
            )
    asked_for = {one.parts for found in named.values() for one in found}
    return [one for one in known if one.parts in asked_for]


class _Job:
    """A project and its packs, prepared for all of its calculations but the price.

    Attributes:
        parts: The calculations.
        document: The project, quantities as numbers.
        prepared: It made ready.
    """

    def __init__(self, document: JsonObject, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.parts: tuple[Part, ...] = tuple(part for part in asked(document) if part != "pricing")
        self.document = in_units(without_nulls(dict(document)))
        self.prepared = self._ready(self.document)

    def _ready(self, document: dict[str, Any]) -> Prepared:
        ready = [prepare(part, document, self._catalogue) for part in self.parts]
        if not ready:
            raise InvalidInput(
                "the project asks for no calculation that checks anything",
                code="limits.nothing",
                hint="name a footing or support pack, and give the blocks that its calculation "
                "reads",
            )
        packs: Packs = {kind: pack for one in ready for kind, pack in one.packs.items()}
        order = tuple(part for part in PARTS if any(part in one.order for one in ready))
        project = ready[0].project
        reads = [
            where for part in order for where in CALCULATIONS[part].reads(project, packs[part][0])
        ]
        return Prepared(project, pick(document, reads), dict(packs), order)

    def hold(self) -> list[dict[str, Any]]:
        """Give the project the sizes that its answer builds, and tell them."""
        if "footing" not in self.prepared.order:
            return []
        built = solve(self.prepared, Bare())["footing"]
        footing = self.document["footing"]
        sizes = {"width_ft": built.width_ft, "depth_ft": built.depth_ft}
        if built.shape == "rectangle" and "aspect_ratio" in footing:
            sizes["length_ft"] = built.length_ft
        held = {name: float(size) for name, size in sizes.items() if name not in footing}
        if held:
            changes = [Assignment(("footing", name), size) for name, size in held.items()]
            self.document = apply(copy.deepcopy(self.document), changes)
            self.prepared = self._ready(self.document)
        return [{"path": f"footing.{name}", "value": size} for name, size in held.items()]

    def editions(self, paths: Sequence[str]) -> list[Movable]:
        """The packs as choices, if they are asked for: each is read from its file."""
        if paths and not any(path.lstrip("/").startswith("packs") for path in paths):
            return []
        return [
            Movable(("packs", kind), self.document["packs"][kind],
                    choices=tuple(newest(kind, self._catalogue)))
            for kind in EDITIONS if kind in self.prepared.packs
        ]  # fmt: skip

    def row(self, one: Movable, neighbours: Neighbours) -> dict[str, Any]:
        """A row of the answer."""
        at = neighbours.along(one.parts)
        found = intervals(one, at)
        here = nearest(found, one.value) or Interval(None, None, None, None)
        below, above = (
            None if beyond is None else self._why(one, beyond, neighbours)
            for beyond in (here.below, here.above)
        )
        ends = _ends(one, here)
        first = min(ends, default=None)
        why = None if first is None else below if first.side == "below" else above
        return {
            "path": one.path,
            "value": one.value,
            "unit": one.unit,
            "passes": at(one.value).passes,
            "passes_from": here.least,
            "passes_to": here.greatest,
            "first_to_fail": why and (why["fails"] or [why["error"]])[0],
            "below": below,
            "above": above,
            "factor": _factor(one.value, first),
            "range": [one.least, one.greatest],
            "intervals": [[it.least, it.greatest] for it in found],
            "_order": first.far if first else (3, 0.0) if found else (2, 0.0),
        }

    def _why(self, one: Movable, value: Any, neighbours: Neighbours) -> dict[str, Any]:
        """What fails where this value stands."""
        try:
            failed = neighbours.failed(one.parts, value)
        except ApexError as error:
            return _refused(value, error)
        except Doubt:
            return _refused(value, self._refusal(one.parts, value))
        return {"at": value, "fails": failed, "error": None, "detail": None}

    def _moved(self, parts: tuple[str, ...], value: Any) -> Prepared:
        changed = apply(copy.deepcopy(self.document), [Assignment(parts, value)])
        return self._ready(changed)

    def _refusal(self, parts: tuple[str, ...], value: Any) -> ApexError:
        """The error of a value that the project refuses."""
        try:
            self._moved(parts, value)
        except ApexError as error:
            return error
        raise AssertionError("what was refused alone is taken")  # pragma: no cover - they agree

    def choice(self, one: Movable, neighbours: Neighbours) -> dict[str, Any]:
        """The choices of a place: which pass, which fail, which have no answer."""
        told: dict[str, list[Any]] = {"passes": [], "fails": [], "no_answer": []}
        for value in one.choices:
            try:
                if one.parts[0] == "packs":
                    trace = Bare()
                    solve(self._moved(one.parts, value), trace)
                    failed = any(not check.passed for check in trace.checks)
                else:
                    failed = bool(neighbours.failed(one.parts, value))
            except (ApexError, Doubt):
                told["no_answer"].append(value)
            else:
                told["fails" if failed else "passes"].append(value)
        return {"path": one.path, "value": one.value, **told}


def _refused(value: Any, error: ApexError) -> dict[str, Any]:
    return {"at": value, "fails": [], "error": error.problem_code, "detail": error.detail}


class _End(NamedTuple):
    """An end of the interval that a number lies in, or nearest to.

    Args:
        far: How far it is: by the factor, then, where there is none, as it is.
        at: The number there; of whole numbers the first that does not pass.
        side: On which side of the interval.
    """

    far: tuple[int, float]
    at: float
    side: Literal["below", "above"]


def _ends(one: Movable, here: Interval) -> list[_End]:
    """The ends of an interval, those left out that the range of the field comes before."""
    sides: tuple[tuple[Literal["below", "above"], float | None, float | None], ...] = (
        ("below", here.least, here.below),
        ("above", here.greatest, here.above),
    )
    found = []
    for side, last, beyond in sides:
        end = beyond if one.whole and here.holds(one.value) else last
        if end is not None:
            factor = one.value * end > 0
            far = (0, abs(log(end / one.value))) if factor else (1, abs(end - one.value))
            found.append(_End(far, end, side))
    return found


def _factor(value: float, end: _End | None) -> float | None:
    """By what a number is multiplied to be at its nearer end; None for 0."""
    return float(f"{end.at / value:.6g}") if end is not None and value else None
