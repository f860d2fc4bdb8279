"""What a method for piers is given, and what it gives back."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.project.foundation import Footing
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.result import Alternative
from apex_cli.solvers.footing.soil import Ground

# Below this the load is a rounding residue, not a load.
NEGLIGIBLE_LBF = 1e-3


class Case(Struct, frozen=True):
    """A pier in its ground.

    Args:
        footing: What the project says of it.
        ground: The ground.
        pack: The code or the published method.
        rules: The block of it that the method reads.
        b: Width that bears against the ground, ft.
        moment_given: Whether the project gives the moment at grade instead of a height.
        idle: Depth from grade that gives no lateral resistance, ft.
    """

    footing: Footing
    ground: Ground
    pack: FootingPack
    rules: Any
    b: float
    moment_given: bool
    idle: float = 0.0


class Plan(Struct, frozen=True):
    """Plan of a pier: side along the wind, the other side, and what bears on the ground, ft."""

    w: float
    length: float
    b: float


class Lateral(Struct, frozen=True):
    """The depth that carries a lateral load.

    Args:
        depth_ft: Required depth, exact.
        pressure_psf: Lateral pressure at that depth, where the method has one.
        alternatives: The depth under each published reading.
        restrained: Whether a restraint at grade was counted on.
        S: Allowable lateral bearing per foot of depth, with all factors, psf/ft.
        moment_kipft: Greatest moment in the pier, where the method has one.
    """

    depth_ft: float
    pressure_psf: float | None
    alternatives: tuple[Alternative, ...]
    restrained: bool = False
    S: float = 0.0
    moment_kipft: float | None = None


class Capacity(Struct, frozen=True):
    """What a pier of a given depth carries.

    Args:
        load_lbf: Lateral load at the same height.
        single_pass_depth_ft: Required depth with the lateral pressure fixed at the given depth.
    """

    load_lbf: float
    single_pass_depth_ft: float | None


class PierMethod(Struct, frozen=True):
    """A published method: its name in results, clause, block of the pack, depth and capacity."""

    name: str
    clause: str
    rules: Literal["lateral", "broms"]
    lateral: Callable[[Case, Demand, Bare], Lateral]
    capacity: Callable[[Case, Demand, float, Lateral, Bare], Capacity]
