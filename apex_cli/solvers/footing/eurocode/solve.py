"""A spread footing by EN 1997-1, the smallest that stands or a given one; or a planted post."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil, cos, radians, sin
from typing import TYPE_CHECKING

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.eurocode_footing import FACTORS, EurocodeFootingPack
from apex_cli.packs.model import of_own_level
from apex_cli.packs.planted_posts import PlantedPostPack
from apex_cli.project.foundation import Footing, Loads
from apex_cli.quantities import SEARCHED, Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import construction
from apex_cli.solvers.footing.case import NEGLIGIBLE_LBF
from apex_cli.solvers.footing.demand import under_poles
from apex_cli.solvers.footing.eurocode import metric_equations as si
from apex_cli.solvers.footing.eurocode import planted
from apex_cli.solvers.footing.eurocode import standing_equations as eq
from apex_cli.solvers.footing.eurocode.case import Blow, Place, Soil, State
from apex_cli.solvers.footing.eurocode.refuse import refuse, refuse_water
from apex_cli.solvers.footing.eurocode.stand import examine, sides_of
from apex_cli.solvers.footing.eurocode.tell import FT, check, check_frost, result_of, tell
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.result import FootingResult
from apex_cli.solvers.footing.spread_case import Size
from apex_cli.solvers.limits import SAME, most

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack

__all__ = ["FootingInputs", "loads_demand", "solve"]

OTHERS: dict[str, Callable[..., FootingResult]] = {"planted-post": planted.solve}
"""The methods of European practice beside EN 1997-1, by the name that their pack gives."""

STEP_DEG = 15
"""Between the directions in which a wind from anywhere is tried."""


def loads_demand(
    loads: Loads, pack: EurocodeFootingPack | PlantedPostPack, trace: Bare
) -> tuple[Demand, ...]:
    """The demand of a project's `loads` block, characteristic: one foundation.

    Raises:
        InvalidInput: The loads are of the other family's levels.
    """
    of_own_level(loads.level, pack)
    trace.assume("The loads are taken as given, for one foundation, as characteristic ones.")
    height = loads.height_ft
    if height is None:
        height = trace.known((loads.moment_lbft or 0.0) / loads.lateral_lbf, "moment over force")
    return (Demand(loads.lateral_lbf, height, loads.axial_lbf, loads.torsion_lbft),)


def solve(
    inputs: FootingInputs,
    pack: EurocodeFootingPack | PlantedPostPack,
    demands: Sequence[Demand],
    trace: Bare,
    sections: "SectionsPack | None" = None,
) -> FootingResult:
    """The foundation for these demands, solved, or checked when the project gives its size.

    Args:
        inputs: What the footing calculation sees of a project.
        pack: EN 1997-1, or the method of planted posts.
        demands: Characteristic loads of each foundation.
        trace: Where steps, assumptions, warnings and checks go.
        sections: Has the sections that planted poles name.

    Raises:
        InvalidInput: Footing or soil is incomplete.
        NoAnswer: There is no load, a kind of foundation that is not covered, or no size stands.
    """
    if not demands or max([one.lateral_lbf for one in demands]) < NEGLIGIBLE_LBF:
        raise NoAnswer("no lateral load reaches the foundation", code="footing.no_load")
    trace.cite(pack.citations)
    carried = under_poles(demands, inputs, trace)
    if not isinstance(pack, EurocodeFootingPack):
        return OTHERS[pack.method](inputs, pack, carried, trace, sections)
    refuse(inputs, pack)
    found, silent = [], trace.aside()
    for one in carried:
        place = _place(inputs, pack, silent)
        D, blows = _loads(inputs, one, place, silent)
        found.append((one, *_find(inputs.footing, place, D, blows, silent)))
    worst, size, _ = most(found, lambda it: it[1].B, lambda it: max(it[2].ratios.values()))
    trace.subject = worst.name
    place = _place(inputs, pack, trace)
    D, blows = _loads(inputs, worst, place, trace)
    B = trace(si.metres, l=size.B)
    L = B if size.L == size.B else trace(si.metres, l=size.L)
    refuse_water(place, size, inputs)
    sides = sides_of(place, D, B, L, trace)
    state = examine(place, sides, blows, trace)
    tell(inputs, place, state, worst, trace)
    check(pack, state, trace)
    check_frost("spread", inputs, place.d * FT, trace)
    construction.check_spacing("spread", size.L, len(carried), inputs, trace)
    return result_of(inputs, place, (sides, size), state, loads=(carried, worst), trace=trace)


def _place(inputs: FootingInputs, pack: EurocodeFootingPack, trace: Bare) -> Place:
    """Ground, slab and factors in SI units."""
    footing, soil = inputs.footing, inputs.soil
    c, c_u = soil.cohesion_psf, soil.undrained_shear_strength_psf
    t_ft: float = footing.thickness_ft or 0.0
    d_ft = footing.depth_ft
    t = trace(si.metres, l=t_ft)
    if d_ft is None and inputs.frost_depth_in is not None and inputs.frost_depth_in / 12 > t_ft:
        d_ft = trace.known(inputs.frost_depth_in / 12, "depth of frost")
    if d_ft is not None and d_ft < t_ft * (1 - SAME):
        detail = "is less than the slab is thick"
        raise InvalidInput.at(Fault("/footing/depth_ft", detail, d_ft, "let it be covered"))
    return Place(
        pack,
        Soil(
            trace(si.unit_weight, gamma_s=soil.unit_weight_pcf or 0.0),
            soil.friction_angle_deg,
            0.0 if c is None else trace(si.kilopascals, s=c),
            None if c_u is None else trace(si.kilopascals, s=c_u),
            soil.friction,
        ),
        t,
        t if d_ft is None else trace(si.metres, l=d_ft),
        _factors(footing, pack),
    )


def _factors(footing: Footing, pack: EurocodeFootingPack) -> list[tuple[str, dict[str, float]]]:
    """The sets of the design approach."""
    if footing.partial_factors is not None:
        given = footing.partial_factors
        return [("given factors", {name: getattr(given, name) for name in FACTORS})]
    return [
        (row.name, {**numbers})
        for row, numbers in pack.factors.numbers
        if footing.approach in row.approaches
    ]


def _loads(
    inputs: FootingInputs, demand: Demand, place: Place, trace: Bare
) -> tuple[float, list[Blow]]:
    """The dead load in kN, and what the wind brings from each direction."""
    D: float = trace.known(0.0, "no dead load")
    if demand.axial_lbf:
        D = trace(si.kilonewtons, F=demand.axial_lbf)
    M_L = 0.0
    if demand.sustained_kipft:
        M_L = trace(si.kilonewton_metres, M_D=demand.sustained_kipft)
    F, M = _wind(demand.facing(), place, trace)
    whence = inputs.footing.wind_direction or ("normal" if inputs.loads is None else "any")
    if whence == "any":
        return D, [
            Blow(
                f"wind {angle} deg off width_ft", F, M, cos(radians(angle)) if angle < 90 else 0.0,  # noqa: PLR2004 - a right angle
                sin(radians(angle)), M_L,
            )
            for angle in range(0, 91, STEP_DEG)
        ]  # fmt: skip
    blows = [Blow("wind on the faces", F, M, 1.0, 0.0, M_L)]
    if (along := demand.along()) is not None and along.lateral_lbf > NEGLIGIBLE_LBF:
        F, M = _wind(along, place, trace)
        blows.append(Blow("wind along the sign", F, M, 0.0, 1.0, M_L))
    return D, blows


def _wind(demand: Demand, place: Place, trace: Bare) -> tuple[float, float]:
    """Force of the wind (kN) and its moment at the base (kN-m)."""
    F = trace(si.kilonewtons, F=demand.lateral_lbf)
    if demand.wind_kipft:
        return F, trace(eq.characteristic_moment_at_base, M_W=demand.wind_kipft, F_k=F, d=place.d)
    h = trace(si.metres, l=demand.height_ft)
    return F, trace(eq.moment_of_force_at_base, F_k=F, h=h, d=place.d)


def _find(
    footing: Footing, place: Place, D: float, blows: list[Blow], silent: Bare
) -> tuple[Size, State]:
    """The given size, else the smallest that stands, with how it stands."""
    pack = place.pack
    for size in _sizes(footing, pack):
        B, L = (si.metres(l=side) for side in size)
        state = examine(place, sides_of(place, D, B, L, silent), blows, silent)
        if footing.width_ft is not None or max(state.ratios.values()) <= 1 + SAME:
            return size, state
    raise NoAnswer(
        f"no spread footing up to {pack.construction.maximum_width.value:g} m wide stands",
        code="footing.no_size",
        hint="make it thicker or deeper",
        faults=[Fault("/footing", "no size within the pack's limit stands")],
    )


def _sizes(footing: Footing, pack: EurocodeFootingPack) -> Iterator[Size]:
    """The given size, or every size to be tried from the smallest, ft."""
    aspect, width = footing.aspect_ratio or 1.0, footing.width_ft
    if width is not None:
        across = width if aspect == 1 else Known(width * aspect, SEARCHED)
        yield Size(width, footing.length_ft or across)
    else:
        step = pack.construction.plan_increment.value
        for number in range(3, int(pack.construction.maximum_width.value / step + SLACK) + 1):
            along = Known(number * step / 0.3048, SEARCHED)
            across = Known(ceil(aspect * number - SLACK) * step / 0.3048, SEARCHED)
            yield Size(along, footing.length_ft or across)
