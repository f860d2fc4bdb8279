"""How far each number may move, alone, before a check flips."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.audit.cases import newest
from apex_cli.audit.limit_rows import choice, limit
from apex_cli.audit.movable import Movable, movables
from apex_cli.audit.neighbours import Neighbours
from apex_cli.audit.standing import Standing, nothing
from apex_cli.envelope.build import build
from apex_cli.envelope.numbers import as_read
from apex_cli.envelope.verdict import FAIL, verdict
from apex_cli.equations import Trace
from apex_cli.errors import UsageError, suggestion
from apex_cli.exits import ANSWERED, CHECK_FAILED
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import parts_of
from apex_cli.run.chain import solve
from apex_cli.solvers.exposure.equations.pressure import nominal_speed
from apex_cli.vocabulary import JsonObject, PackKind

EDITIONS: tuple[PackKind, ...] = ("exposure", "footing", "support", "concrete")
"""The packs that are editions of codes, and so choices."""
IDLE = ("site.risk_category", "site.wind_speed.")
"""How what means nothing alone begins: the category selects the map that the wind speed is of, and
the record tells where it is from."""
WIND = "site.wind_speed_mph"
"""The speed that a permit says a sign is suitable up to; by older codes it is a nominal one."""
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
    standing = Standing(document, catalogue)
    held = [] if free else standing.hold()
    prepared = standing.prepared
    trace = Trace()
    results = solve(prepared, trace)
    if not trace.checks:
        raise nothing()
    known = [one for one in movables(prepared.inputs) if not one.path.startswith(IDLE)]
    chosen = _chosen([*known, *_editions(standing, catalogue, paths)], paths)
    neighbours = Neighbours(prepared, standing.document)
    rows = [limit(one, neighbours, standing) for one in chosen if not one.choices]
    rows.sort(key=lambda one: one.far)
    for one in rows:
        if one.row["path"] == WIND and one.row["passes_to"] is not None:
            pack: Any = prepared.packs["exposure"][0]
            factor = pack.combinations.working[0]
            one.row["nominal_passes_to"] = nominal_speed(V=one.row["passes_to"], f_W=factor)
    told = Trace()
    told.checks, told.cautions = trace.checks, trace.cautions
    for row in held:
        told.assume(
            f"{row['path']} is held at {row['value']:g}, as the answer builds it; --free solves it "
            "again for each value."
        )
    accepted = {one.code: one for one in prepared.project.accepted or ()}
    beside: dict[str, Any] = {
        "trace": told,
        "inputs": prepared.inputs,
        "packs": prepared.packs,
        "accepted": accepted,
    }
    site = prepared.inputs.get("site") or {}
    result = {
        "parts": [part for part in prepared.order if part in standing.parts],
        "verdict": verdict(build("limits", **beside)),
        "checked": list(dict.fromkeys(check.id for check in trace.checks)),
        "not_checked": list(
            dict.fromkeys(it for one in results.values() for it in getattr(one, "not_checked", ()))
        ),
        "under": {
            "standards": [prepared.packs[kind][0].standard for kind in EDITIONS
                          if kind in prepared.packs],
            **_frozen(site),
        },
        "held": held,
        "limits": [one.row for one in rows],
        "categories": [choice(one, neighbours, standing) for one in chosen if one.choices],
    }  # fmt: skip
    return Found(as_read(result), beside)


def _frozen(site: JsonObject) -> dict[str, Any]:
    """What a wind speed, or a pressure that is given in its place, is told under."""
    given = site.get("given_pressure")
    if given is None:
        return {name: site[name] for name in FROZEN if name in site}
    return {name: given[name] for name in ("level", "source")}


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


def _editions(standing: Standing, catalogue: Catalogue, paths: Sequence[str]) -> list[Movable]:
    """The packs as choices, if they are asked for: each is read from its file."""
    if paths and not any(path.lstrip("/").startswith("packs") for path in paths):
        return []
    return [
        Movable(("packs", kind), standing.document["packs"][kind],
                choices=tuple(newest(kind, catalogue, standing.document["packs"][kind])))
        for kind in EDITIONS if kind in standing.prepared.packs
    ]  # fmt: skip
