"""A tube, and how slender its walls are."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.support import SupportPack, TubeShape
from apex_cli.solvers.support.equations import slenderness as eq
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.properties import Properties


class Tube(NamedTuple):
    """A tube with its design wall.

    Args:
        shape: Round, or rectangular: a square is a rectangle.
        width: Outside diameter or width, in.
        height: Outside height, in; of a round tube its diameter.
        t: Design wall, in.
        p: Properties with that wall.
    """

    shape: TubeShape
    width: float
    height: float
    t: float
    p: Properties


class Wall(NamedTuple):
    """A flat wall: its flat width, in, and its slenderness."""

    flat: float
    slenderness: float


class Walls(NamedTuple):
    """The flat walls of a rectangular tube, each standing for two.

    Args:
        across: A wall that lies along the width: the flange of bending about x.
        along: A wall that lies along the height: its web.
    """

    across: Wall
    along: Wall

    @property
    def longer(self) -> Wall:
        """The wall of the longer side."""
        return max(self, key=lambda wall: wall.flat)


def slenderness_of(tube: Tube, steel: Steel, pack: SupportPack, trace: Bare) -> tuple[float, float]:
    """Slenderness of a tube's wall, and the one beyond which the standard gives no strength.

    Of a round tube D/t and the limit of F8; of a rectangular one h/t of its longer side and what
    a web may have before it is slender, for F7 has no tubes of slender webs.
    """
    limits, E = pack.slenderness, pack.elastic_modulus.number
    if tube.shape == "round":
        limit = trace(eq.round_limit, k_m=limits.round_limit.number, E=E, F_y=steel.F_y)
        return round_wall(tube, trace), limit
    limit = trace(eq.web_noncompact, k_r=limits.web_noncompact.number, E=E, F_y=steel.F_y)
    return flat_walls(tube, trace).longer.slenderness, limit


def round_wall(tube: Tube, trace: Bare) -> float:
    """Slenderness D/t of a round wall."""
    return trace(eq.round_slenderness, D=tube.width, t=tube.t)


def flat_walls(tube: Tube, trace: Bare) -> Walls:
    """The walls of a rectangular tube; those of a square one are looked at once.

    Raises:
        NoAnswer: Its walls are so thick that they have no flat part.
    """
    if min(tube.width, tube.height) <= 3 * tube.t:
        raise NoAnswer(
            f"a tube of {tube.width:g} by {tube.height:g} in with a wall of {tube.t:g} in has no "
            "flat walls, and the equations for rectangular HSS are made for flat walls",
            hint="choose a wall of less than a third of the side",
        )
    b = trace(eq.flat_width, B=tube.width, t=tube.t)
    across = Wall(b, trace(eq.width_slenderness, b=b, t=tube.t))
    if tube.width == tube.height:
        return Walls(across, across)
    h = trace(eq.flat_depth, H=tube.height, t=tube.t)
    return Walls(across, Wall(h, trace(eq.depth_slenderness, h=h, t=tube.t)))
