"""What a spread footing by EN 1997-1 cannot do without, and what is not covered."""

from collections.abc import Iterator

from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.eurocode_footing import EurocodeFootingPack
from apex_cli.solvers.footing.eurocode.case import Place
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.spread_case import Size

APPROACH = (
    "DA1 (both combinations), DA2 or DA3, as the national annex says, or given with "
    "footing.partial_factors"
)
REPORT = "give it from the ground investigation, with its unit: 18 kN/m3, 30 deg, 60 kPa"


def refuse(inputs: FootingInputs, pack: EurocodeFootingPack) -> None:
    """Refuse what the method does not cover, and what it cannot do without."""
    footing, soil = inputs.footing, inputs.soil
    if footing.type != "spread" or (footing.states("shape") and footing.shape == "round"):
        kind = "piers" if footing.type != "spread" else "round footings"
        raise NoAnswer(
            f"{pack.ref} covers spread footings with a rectangular base, and no {kind}",
            code="footing.no_method",
            hint="take footing.type spread, without a round shape; planted posts have a pack of "
            "their own, planted-post_v1, and other piers none",
            faults=[Fault("/footing/type", "the pack has no rules for it", footing.type)],
        )
    faults = []
    if footing.approach is None:
        faults.append(Fault("/footing/approach", "is needed: none is assumed", hint=APPROACH))
    if footing.thickness_ft is None:
        faults.append(Fault("/footing/thickness_ft", "is needed: none is assumed"))
    faults += _unread(inputs)
    if soil.unit_weight_pcf is None:
        faults.append(Fault("/soil/unit_weight_pcf", "is needed: none is assumed", hint=REPORT))
    if soil.friction_angle_deg is None and soil.undrained_shear_strength_psf is None:
        detail = "is needed for drained ground, or undrained_shear_strength_psf for undrained"
        faults.append(Fault("/soil/friction_angle_deg", detail, hint=REPORT))
    if faults:
        raise InvalidInput.at(*faults)


def _unread(inputs: FootingInputs) -> Iterator[Fault]:
    """What is given and would have no effect."""
    if inputs.footing.stem is not None:
        detail = "is not weighed by this pack: what is above the slab counts as ground"
        yield Fault("/footing/stem", detail, hint="leave it out")
    if inputs.local is not None:
        yield Fault("/local", "is held by ASCE 7 and the IBC alone", hint="leave it out")
    if inputs.footing.planting is not None:
        yield Fault("/footing/planting", "belongs to planted posts", hint="leave it out")
    for name in (
        "soil_class", "layers", "lateral_psf_per_ft", "vertical_psf", "ground_factor_psf_per_ft",
    ):  # fmt: skip
        if getattr(inputs.soil, name) is not None:
            key = "class" if name == "soil_class" else name
            yield Fault(f"/soil/{key}", "is not read by EN 1997-1", hint="leave it out")


def refuse_water(place: Place, size: Size, inputs: FootingInputs) -> None:
    """Refuse ground water where it takes weight and strength.

    Raises:
        NoAnswer: It stands within the width of the footing below its base.
    """
    water = inputs.water_depth_ft
    if water is not None and 0.3048 * (water - size.B) < place.d:
        detail = (
            "ground water within the width of the footing below its base is not covered: it asks "
            "for unit weights under buoyancy"
        )
        fault = Fault("/site/water_depth_ft", detail, water)
        raise NoAnswer(detail, code="footing.no_method", hint="have it designed", faults=[fault])
