"""What does not fit at grade, what is not checked there, and what its checks rest on."""

from collections.abc import Iterator
from math import sqrt

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.support import Base, Support
from apex_cli.solvers.buried import Buried, Laid

BASE = "the base plate, its weld and the anchor rods"
EMBEDMENT = "the embedment of the pole in the concrete"
PIER = "reinforcement and strength of the pier's concrete"
SLAB = "reinforcement and strength of the slab's concrete"
TORSION = "torsion of the foundation"
NO_FOOTING = (
    "{what}: the project has no pier; give footing (type pier), soil and packs.footing, such as "
    "ibc-2024_v1"
)
NO_DEPTH = f"{EMBEDMENT}: support.base.depth_ft is not given"
NO_PIER = f"{EMBEDMENT}: support.pier is not given"
IN_SPREAD = f"{EMBEDMENT}: only a pier is held for it, and the footing is spread"
SLAB_ON_PIER = "support.slab is not used: it belongs to a spread footing."
NO_SPREAD = (
    f"{SLAB}: the project has no spread footing; give footing (type spread), soil and "
    "packs.footing, such as ibc-2024_v1"
)
SLAB_OF_STRIP = f"{SLAB}: it is a strip under a wall"
PIER_ON_SPREAD = "support.pier is not used: it belongs to a pier, and the footing is spread."


CORNERS = 4
"""Rods that may stand in the corners of a square."""


def embedded_depth(base: Base, buried: Buried) -> float | None:
    """How deep an embedded pole goes into the concrete, ft; None where nothing says."""
    return buried.pole if base.depth_ft is None else base.depth_ft


def require(support: Support, buried: Buried | None) -> None:
    """Refuse a pole that goes deeper than its pier, or other than the footing says.

    Raises:
        InvalidInput: With a fault for each place that is wrong.
    """
    if support.base is None or buried is None:
        return
    if faults := list(_faults(support.base, buried)):
        raise InvalidInput.at(*faults)


def _faults(base: Base, buried: Buried) -> Iterator[Fault]:
    if base.type == "plate":
        if buried.pole:
            detail = f"footing.pole_embedment_ft has the pole go {buried.pole:g} ft into the pier"
            yield Fault("/support/base/type", detail, base.type, "leave one of them out")
        return
    where, depth = "/support/base/depth_ft", base.depth_ft
    if depth is None:
        return
    if buried.pole is not None and buried.pole != depth:
        detail = f"differs from footing.pole_embedment_ft, which is {buried.pole:g} ft"
        yield Fault(where, detail, depth, "leave one of them out")
    whole = buried.depth + buried.reveal
    if depth > whole:
        detail = f"the pole would go {depth:g} ft into a pier of {whole:g} ft"
        yield Fault(where, detail, depth, "shorten it, or give footing.depth_ft")


def require_within(base: Base, laid: Laid) -> None:
    """Refuse a pole or rods that do not go into a spread footing.

    Raises:
        InvalidInput: With a fault for each place that is wrong.
    """
    if faults := list(_beyond(base, laid)):
        raise InvalidInput(f"{faults[0].pointer}: {faults[0].detail}", faults=faults)


def _beyond(base: Base, laid: Laid) -> Iterator[Fault]:
    """What does not fit into the stem, or into the slab where that reaches up to grade."""
    if base.depth_ft is not None and base.depth_ft > laid.depth:
        detail = f"the pole would go {base.depth_ft:g} ft into a footing of {laid.depth:g} ft"
        yield Fault("/support/base/depth_ft", detail, base.depth_ft, "shorten it")
    rods, stem = base.rods, laid.stem
    if rods is None:
        return
    is_round = laid.round if stem is None else stem.shape == "round"
    side = 12 * min(laid.sides if stem is None else (stem.width, stem.length))
    in_corners = not is_round and rods.count == CORNERS
    if rods.circle_in >= side * (sqrt(2) if in_corners else 1):
        detail = f"is beyond the side of the concrete, which is {side:g} in wide"
        yield Fault("/support/base/rods/circle_in", detail, rods.circle_in)
    if rods.embedment_in >= 12 * laid.depth:
        detail = f"is deeper than the concrete, which is {12 * laid.depth:g} in deep"
        yield Fault("/support/base/rods/embedment_in", detail, rods.embedment_in)


def not_checked(
    support: Support, *, pier: bool, slab: bool, on: Buried | None, spread: bool, embedded: bool
) -> Iterator[str]:
    """What is not checked at and below grade, beside what each check tells itself.

    Args:
        support: What is asked for.
        pier: Whether the pier was checked.
        slab: Whether the slab was checked.
        on: The pier as the footing has it.
        spread: Whether the footing is spread.
        embedded: Whether the embedment was checked.
    """
    base = support.base
    if base is None:
        yield from (BASE, EMBEDMENT)
    elif base.type == "embedded" and not embedded:
        yield IN_SPREAD if spread else _embedment(support, base, on)
    if not pier:
        given = support.pier is not None and not spread and on is None
        if not slab:
            yield NO_FOOTING.format(what=PIER) if given else PIER
            yield _slab(support, on, spread=spread)
        yield TORSION


def _slab(support: Support, on: Buried | None, *, spread: bool) -> str:
    if support.slab is None or on is not None:
        return SLAB
    return SLAB_OF_STRIP if spread else NO_SPREAD


def _embedment(support: Support, base: Base, on: Buried | None) -> str:
    if support.pier is None:
        return NO_PIER
    if on is None:
        return NO_FOOTING.format(what=EMBEDMENT)
    assert embedded_depth(base, on) is None
    return NO_DEPTH


def tell_pole(what: str, name: str, trace: Bare) -> None:
    """Say which of several poles is held."""
    if name:
        trace.assume(f"Of all poles {name} asks for most of its {what}: all are built like it.")


def tell(support: Support, *, on: Buried | None, spread: bool, trace: Bare) -> None:
    """Say what the checks at grade rest on.

    Args:
        support: What is asked for.
        on: The pier as the footing has it.
        spread: Whether the footing is spread.
        trace: Where it is told.
    """
    if spread and support.pier is not None:
        trace.assume(PIER_ON_SPREAD)
    if on is not None and support.slab is not None:
        trace.assume(SLAB_ON_PIER)
    trace.assume(
        "Each number of a combination at grade is the largest of any case of the wind. Concrete "
        "and what stands in it by ACI 318 are held under the strength combinations, steel under "
        "those of support.method."
    )
    base = support.base
    if base is not None and base.type == "embedded" and on is not None:
        trace.assume(
            "The weight of the poles is that above grade: what is embedded is not in it."
            + ("" if on.pole else " footing.pole_embedment_ft is not given: the volume of the "
               "concrete has the room of the pole in it.")
        )  # fmt: skip
