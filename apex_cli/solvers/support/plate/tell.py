"""What is not checked at a base plate, and what its checks rest on, in sentences."""

from apex_cli.equations import Bare
from apex_cli.project.support_readings import PierEdge
from apex_cli.solvers.support.plate.bending import READINGS, rods_alone
from apex_cli.solvers.support.plate.job import Foot
from apex_cli.solvers.support.plate.rods import Rod

NO_PLATE = "the base plate: support.base.plate is not given"
NO_RODS = "the anchor rods, and the base plate as they bend it: support.base.rods is not given"
NO_WELD = "the weld between pole and base plate: support.base.weld is not given"
NO_BEARING = (
    "the base plate in bending, and what grout takes off the shear of the rods: "
    "support.base.bearing is not given"
)
NO_STANDOFF = "bending of the rods below the plate: support.base.standoff_in is not given"
NO_CONCRETE = (
    "the pressure of the plate on the concrete, and its bending by it: "
    "support.pier.fc_psi is not given"
)
NO_GROUND = "the pressure of the plate on the concrete, and its bending by it: these need a pier"
ROUND_ON_GROUT = (
    "the pressure of a round plate on its grout: Design Guide 1 has rectangular plates; the rods "
    "alone carry it"
)
DIAGONAL = "the pressure of the plate on its grout with the moment about its diagonal"
NO_PACK = "anchor rods and anchorage by ACI 318: packs.concrete is not given"
NO_PIER = (
    "anchorage in the concrete: pullout, side-face blowout and bars need a pier (support.pier)"
)
NO_BARS = "bars of the pier that hold the rods: support.pier.bars is not given"
NO_DEVELOPMENT = "development of the bars beside the rods: their development length is not known"
NO_TOP_TIES = (
    "ties at the top of the pier that hold the shear of the rods: support.pier.ties and top_ties "
    "are not given"
)
NO_TENSION = "bars of the pier that hold the rods: no rod is in tension"


def tell_rods(foot: Foot, rod: Rod, trace: Bare) -> None:
    """Say what the rods' checks rest on."""
    count = int(rod.number)
    trace.assume(
        f"The {count} rods stand evenly on their circle and carry the moment in the direction "
        "that asks for most of one, 4M/(n D) (of four in a square: the diagonal); shear evenly, "
        "torsion along the circle; their threads are in the plane of shear."
    )
    if foot.pack.methods.threads != "nominal_area":
        trace.assume(
            "A rod in tension has the larger of the strengths on its whole area and on that of "
            "its thread, which this edition permits; beside shear that on the whole area."
        )


def tell_plate(foot: Foot, trace: Bare) -> None:
    """Say how the plate is read."""
    reading = foot.taken.plate_bending
    trace.assume(f"No standard says how rods outside a pole bend its plate: {READINGS[reading]}.")
    if foot.tube.shape == "rectangular":
        trace.assume(
            "Beside a rectangular pole the plate bends as at its nearer faces; its weld is held "
            "with the moment turned the worst way."
        )
    if foot.base.bearing == "grouted" and not rods_alone(foot):
        trace.assume(
            "The block of pressure is that of wind on a face; the rods carry the moment without "
            "the grout, in the worst direction."
        )


def tell_breakout(foot: Foot, alone: float, reading: PierEdge, trace: Bare) -> None:
    """Say that the concrete is not relied on, and what it would hold."""
    concrete = foot.concrete
    assert concrete is not None
    below = foot.below
    assert below is not None
    read = "the circle" if reading == "circle" else "the square within"
    if below.shape == "square":
        read = "the square"
    trace.assume(
        "Concrete breakout in tension and towards the side is not relied on: bars of the pier "
        f"must hold the rods. With {read} as edge the concrete alone would hold {alone:.3g} kip "
        f"of all rods ({concrete.citations.cited(concrete.anchorage.breakout.clause)})."
    )
