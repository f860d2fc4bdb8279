"""How a wall stands on its strip: the narrowest strip that every stretch of it stands on."""

from collections.abc import Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.project.foundation import Footing
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.result import Stretch
from apex_cli.solvers.footing.spread_case import Site, Size, State
from apex_cli.solvers.footing.spread_check import examine
from apex_cli.solvers.footing.spread_size import no_size, refuse_stem, sizes, stands
from apex_cli.solvers.footing.stem import beneath, fits, refuse
from apex_cli.solvers.footing.strip import FOOT, Piece, Wall, demand_on, pieces, with_return
from apex_cli.solvers.limits import most


class Stood(NamedTuple):
    """A wall on a strip.

    Args:
        size: Width of the strip and its whole length.
        demand: What a foot of it carries under the governing stretch.
        state: How that foot stands.
        stretches: A row for each stretch.
    """

    size: Size
    demand: Demand
    state: State
    stretches: list[Stretch]


def stand(site: Site, footing: Footing, wall: Wall, length: float, trace: Bare) -> Stood:
    """The strip of the given width, else the narrowest that stands, with its worst stretch.

    Args:
        site: The ground and the slab.
        footing: What the project says of the footing.
        wall: The wall.
        length: Of the strip, ft.
        trace: Where the worst stretch is written down.

    Raises:
        InvalidInput: The stem is larger than the slab.
        NoAnswer: No width within the pack's limit stands.
    """
    silent = trace.aside()
    each = [(piece, demand_on(wall, piece, silent)) for piece in pieces(wall)]
    for size in _tried(site, footing, length):
        states = [
            examine(
                beneath(site, wall, piece),
                Size(size.B, FOOT),
                with_return(site, piece, size.B, one, silent),
                silent,
            )
            for piece, one in each
        ]
        if footing.width_ft is not None or all(stands(state) for state in states):
            break
    else:
        raise no_size(site.rules)
    (piece, _), _ = most(zip(each, states, strict=True), lambda it: max(it[1].ratios.values()))
    if trace.told:
        _tell(wall, piece, trace)
    trace.subject = piece.name
    demand = with_return(site, piece, size.B, demand_on(wall, piece, trace), trace)
    state = examine(beneath(site, wall, piece), Size(size.B, FOOT), demand, trace)
    rows = [_row(one, load, at) for (one, load), at in zip(each, states, strict=True)]
    return Stood(size, demand, state, rows)


def _tried(site: Site, footing: Footing, length: float) -> Iterator[Size]:
    if footing.width_ft is None:
        refuse_stem(site, footing, site.rules)
        yield from (size for size in sizes(site, footing, site.rules) if fits(site, size))
        return
    size = Size(footing.width_ft, length)
    if not fits(site, size):
        raise refuse(size)
    yield size


def _row(piece: Piece, load: Demand, state: State) -> Stretch:
    ratios = state.ratios
    governs = most(ratios, ratios.__getitem__)
    return Stretch(
        piece.name,
        piece.start,
        piece.end,
        load.lateral_lbf,
        load.height_ft,
        load.axial_lbf,
        ratios[governs],
        governs,
    )


def _tell(wall: Wall, piece: Piece, trace: Bare) -> None:
    """Say how a wall is held."""
    trace.assume(
        "The footing is a strip under a wall: each region of Case C, parted at joints and at the "
        "ends of cabinets, stands on its own part of it, foot by foot, because a strip does not "
        f"carry torsion along its length. The worst is {piece.name}."
    )
    if wall.beyond:
        trace.warn(
            "footing.wall_off_strip",
            "review",
            f"By its offset_ft the wall stands {wall.beyond:.3g} ft beyond the end of the strip, "
            "whose middle is the axis; it is held as if the strip lay under it.",
        )
    if not any(one.element.return_corner_ft for one in wall.cabinets):
        return
    if any(one.element.return_tied for one in wall.cabinets):
        trace.assume(
            "The return walls are tied in and stand on strips as wide as the wall's: their weight, "
            "at half their length, holds the stretch at the windward end."
        )
    else:
        trace.assume(
            "The return walls hold nothing: sign.elements.N.return_tied does not say that they "
            "are tied in."
        )
