"""What a planted post cannot do without, what is not covered, and what its answer rests on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.planted_posts import PlantedPostPack
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.eurocode.tell import LBF
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.tell import WATER, tell_idle, tell_torsion
from apex_cli.solvers.limits import beyond

NOT_CHECKED = (
    "strength of the post, whose greatest moment is below grade",
    "strength of the concrete around the post",
    "vertical bearing and uplift",
    "turn and deflection of the post in the ground",
    "slopes beside the post",
    WATER,
)
IDLE = (
    "footing.isolated_pole footing.pressure_increase footing.depth_limit footing.wind_direction "
    "footing.aspect_ratio footing.broms_factors footing.pole_embedment_ft "
    "soil.side_friction_psf soil.friction "
    "soil.cohesion_psf soil.friction_angle_deg soil.undrained_shear_strength_psf "
    "soil.unit_weight_pcf"
)
"""What of a project the method does not read."""
FACTORS = (
    "the partial factor on the wind (wind_factor) and the model factor (model_factor) by the "
    "standard and the annex of the project"
)


class Hole(NamedTuple):
    """What a post stands in: its width (m), the ground factor (kN/m3), factors and shares."""

    D: float
    G: float
    factors: dict[str, float]
    shares: dict[str, float]

    @property
    def ground(self) -> dict[str, float]:
        """The terms of the resisting moment but the depth."""
        return {"k_G": self.shares["k_G"], "G": self.G, "D": self.D}


def refuse(inputs: FootingInputs, pack: PlantedPostPack, demands: Sequence[Demand]) -> float:
    """Refuse what the method does not cover, and what it cannot do without; the width it has.

    Raises:
        NoAnswer: The foundation is of another kind, or is lifted.
        InvalidInput: Something is missing, or would have no effect.
    """
    footing = inputs.footing
    if footing.type != "pier":
        raise NoAnswer(
            f"{pack.ref} covers posts that are planted in the ground, and no spread footings",
            code="footing.no_method",
            hint="take footing.type pier, or another pack: packs.footing en1997_v1",
            faults=[Fault("/footing/type", "the pack has no rules for it", footing.type)],
        )
    faults = [*_missing(inputs, pack), *_unread(inputs, pack)]
    if faults or footing.width_ft is None:
        raise InvalidInput.at(*faults)
    if min(one.axial_lbf for one in demands) < 0:
        raise NoAnswer(
            "the dead load lifts one of the posts, and the method has no resistance to uplift",
            code="footing.no_method",
            hint="put the cabinet over the posts, or have it designed",
            faults=[Fault("/sign", "lifts one of its posts")],
        )
    return footing.width_ft


def _missing(inputs: FootingInputs, pack: PlantedPostPack) -> Iterator[Fault]:
    if inputs.footing.width_ft is None:
        detail = "a planted post needs the diameter or side of its hole; none is assumed"
        yield Fault("/footing/width_ft", detail)
    if inputs.footing.planting is None:
        yield Fault("/footing/planting", "is needed: no factor is assumed", hint=f"give {FACTORS}")
    if inputs.soil.ground_factor_psf_per_ft is None:
        named = ", ".join(f"{name} {value:g}" for name, value in pack.ground.values.items())
        yield Fault(
            "/soil/ground_factor_psf_per_ft",
            "is needed: none is assumed",
            hint="give the ground factor G with its unit, as 390 kN/m3 (kN/m2 per m); from memory, "
            f"to be read in the standard: {named}",
        )


def _unread(inputs: FootingInputs, pack: PlantedPostPack) -> Iterator[Fault]:
    """What is given and would have no effect, or is not covered."""
    footing, soil = inputs.footing, inputs.soil
    for name in ("soil_class", "layers", "lateral_psf_per_ft", "vertical_psf", "ignore_top_ft"):
        if getattr(soil, name):
            key = "class" if name == "soil_class" else name
            yield Fault(f"/soil/{key}", f"is not read by {pack.ref}", hint="leave it out")
    for name in ("approach", "thickness_ft", "stem"):
        if getattr(footing, name) is not None:
            yield Fault(f"/footing/{name}", f"is not read by {pack.ref}", hint="leave it out")
    if footing.constraint == "constrained":
        detail = "the method has no restraint at grade"
        yield Fault("/footing/constraint", detail, "constrained", "leave it out")
    if footing.length_ft is not None and (
        footing.shape == "round" or footing.length_ft != footing.width_ft
    ):
        detail = "the method is for round and square holes"
        yield Fault("/footing/length_ft", detail, footing.length_ft, "leave it out")
    if inputs.local is not None:
        yield Fault("/local", "is held by ASCE 7 and the IBC alone", hint="leave it out")


def tell(inputs: FootingInputs, pack: PlantedPostPack, worst: Demand, trace: Bare) -> None:
    """Say what the answer rests on, and what an engineer has to look at."""
    planting, water = inputs.footing.planting, inputs.water_depth_ft
    assert planting is not None
    whence = planting.source or "no source is named"
    trace.assume(
        f"The wind counts {planting.wind_factor:g} times and the resistance over a model factor of "
        f"{planting.model_factor:g}, as the project gives them ({whence}); a dead load off the "
        "posts' axis turns with the wind and counts as it does."
    )
    trace.assume(
        "The hole is full of concrete: footing.width_ft is its width, which bears on the ground. "
        "Of a post in ground that is only rammed around it, it is the width of the post."
    )
    trace.warn(
        "footing.planted_method",
        "review",
        f"The resisting moment, {pack.resistance.value:g} G D P^3 about a fulcrum at "
        f"{pack.fulcrum.value:g} P, was derived and read second-hand ({pack.resistance.status}); "
        "hold it, and the factors that the project gives, against the standard.",
        f"{pack.standard} {pack.resistance.clause}",
    )
    tell_idle(inputs, IDLE, "the method of planted posts", trace)
    if inputs.soil.source is None:
        trace.assume("The ground factor is the project's own; no report is named as its source.")
    if worst.torsion_lbft:
        tell_torsion(
            f"A torsion of {worst.torsion_lbft * 0.3048 / LBF:,.3g} kN-m reaches the post and is "
            "not checked: the method has no resistance to it.",
            trace,
            heavy=True,
        )
    if water is not None:
        trace.warn(
            "footing.water_not_in_method",
            "review",
            f"Ground water stands {water * 0.3048:.3g} m below grade; the ground factor is taken "
            "as given, above and below it.",
        )


def tell_hole(pack: PlantedPostPack, hole: Hole, P: float, trace: Bare) -> None:
    """Say where the hole is shallow, and where its ground is like none that is known."""
    ratio = P / hole.D
    if beyond(pack.least_planting.value, ratio):
        trace.warn(
            "footing.shallow_planting",
            "review",
            f"The post is planted {ratio:.2f} times as deep as its hole is wide; "
            f"{pack.least_planting.value:g} and more is advised (one source).",
            pack.least_planting.clause,
        )
    G, known = hole.G, pack.ground.values.values()
    if not min(known) / 2 <= G <= 2 * max(known):
        trace.warn(
            "footing.ground_factor",
            "review",
            f"The ground factor is {G:.4g} kN/m3, and from memory it lies between "
            f"{min(known):g} and {max(known):g}: is its unit the one that is meant?",
            pack.ground.clause,
        )
