"""Other widths of a foundation tried, so that the package shows what they would ask for."""

import copy
from collections.abc import Sequence
from typing import Any

from apex_cli.envelope.numbers import plain
from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.package.answers import Envelope
from apex_cli.packs.catalogue import Catalogue, require_readable
from apex_cli.project.model import SCHEMA_VERSION
from apex_cli.run.asked import is_open, question
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare

STEPS_AROUND = 8
"""How many widths are tried below and above the chosen one."""


def widths(envelopes: Sequence[Envelope], catalogue: Catalogue) -> list[dict[str, Any]]:
    """What other widths would ask for: depth, concrete and, where it depends on them, the total.

    Empty where there is no pier whose depth was solved, or its packs cannot be had.
    """
    envelope = next((one for one in envelopes if one["kind"] in {"all", "footing"}), None)
    if envelope is None:
        return []
    result = envelope["result"]
    footing = result.get("footing") if envelope["kind"] == "all" else result
    given = envelope["trace"]["inputs"].get("footing", {})
    if footing is None or footing["type"] != "pier" or given.get("depth_ft") is not None:
        return []
    packs = {kind: pack["ref"] for kind, pack in envelope["trace"]["pack_metadata"].items()}
    read, select = question(envelope["trace"]["inputs"])
    if select is not None and not is_open(read, select):
        select = None  # what else could stand there is no part of what is tried here
    document = {"schema_version": SCHEMA_VERSION, **read, "packs": packs}
    rows = []
    for width in tried(footing["width_ft"]):
        changed = copy.deepcopy(document)
        changed["footing"]["width_ft"] = width
        try:
            prepared = prepare(envelope["kind"], changed, catalogue, select=select)
            if _same_packs(prepared, envelope):
                rows.append(_row(width, prepared))
        except ApexError as error:
            require_readable(error)
            continue
    return rows


def _same_packs(prepared: Prepared, envelope: Envelope) -> bool:
    """Whether the packs at hand are those of the answer."""
    metadata = envelope["trace"]["pack_metadata"]
    return all(sha256 == metadata[kind]["sha256"] for kind, (_, sha256) in prepared.packs.items())


def _row(width: float, prepared: Prepared) -> dict[str, Any]:
    found = solve(prepared, Bare())
    footing = found["footing"]
    price = found.get("pricing")
    return {
        "width_ft": width,
        "required_depth_ft": plain(footing.required_depth_ft),
        "depth_ft": plain(footing.depth_ft),
        "concrete_yd3": plain(footing.concrete_yd3),
        "total_usd": plain(price.total_usd) if price else None,
    }


def tried(width: float) -> list[float]:
    """The chosen width and others around it, in steps that a drill has.

    >>> tried(3)[:3], tried(3)[-1]
    ([1.5, 1.75, 2.0], 5.25)
    """
    step = 0.25 if width <= 4 else 0.5  # noqa: PLR2004 - 3-inch steps up to 4 ft, then 6-inch ones
    around = {round(step * k, 3) for k in range(2, 80) if 0.5 * width <= step * k}
    near = sorted(around, key=lambda other: (abs(other - width), other))[: 2 * STEPS_AROUND]
    return sorted({*near, width})
