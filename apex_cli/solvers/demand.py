"""What one foundation must carry: the link from wind to footing."""

from msgspec import Struct
from msgspec.structs import asdict, replace


class Gust(Struct, frozen=True):
    """Wind on one face from the front, strength level (1.0W), for a footing held foot by foot.

    Args:
        force_lbf: Force in Case A, lbf.
        height_ft: Height of the resultant above grade, ft.
        left_ft: Where the face begins, ft from the support's axis.
        right_ft: Where it ends.
        regions: Start and end from the windward edge (ft) and force (lbf) of each strip of Case C.
    """

    force_lbf: float
    height_ft: float
    left_ft: float
    right_ft: float
    regions: tuple[tuple[float, float, float], ...]


class Push(Struct, frozen=True):
    """What the wind from one direction brings to a foundation, allowable-stress level.

    Args:
        lateral_lbf: Lateral force, lbf.
        height_ft: Height of that force above grade, ft.
        sustained_kipft: Moment of an offset dead load across this wind; it is in the height too.
        wind_kipft: Moment of the wind alone at grade.
    """

    lateral_lbf: float
    height_ft: float
    sustained_kipft: float
    wind_kipft: float


class Demand(Struct, frozen=True):
    """Loads at one foundation, allowable-stress level (0.6W), as the tracing solver knew them.

    Args:
        lateral_lbf: Lateral force, lbf.
        height_ft: Height of that force above grade, ft.
        axial_lbf: Dead load on the foundation, without its own weight, lbf.
        torsion_lbft: Torsion about the vertical axis, lbf-ft.
        name: What the foundation is called: ``pole 1``.
        sustained_kipft: Moment of an offset dead load, across the wind's; it is in the height too.
        hangs: Moment of the dead load of all cabinets off the support's axis, over the wind's.
        wind_kipft: Moment of the wind alone at grade, where an offset dead load is in the height.
        gusts: The wind on each face of the sign, where no poles part it.
        directions: Wind on the faces and wind along the sign, each by itself; none where the side
            is not known.
        dry_lbf: Dead load without ice; None: there is none.
        omega: Factor that brings it to allowable-stress level.
    """

    lateral_lbf: float
    height_ft: float
    axial_lbf: float
    torsion_lbft: float
    name: str = ""
    sustained_kipft: float = 0.0
    hangs: float = 0.0
    wind_kipft: float = 0.0
    gusts: tuple[Gust, ...] = ()
    omega: float = 1.0
    directions: tuple[Push, Push] | None = None
    dry_lbf: float | None = None

    @property
    def held_lbf(self) -> float:
        """The dead load that may be counted on, lbf."""
        return self.axial_lbf if self.dry_lbf is None else self.dry_lbf

    def facing(self) -> "Demand":
        """The demand of wind on the faces alone."""
        return self if self.directions is None else self._of(self.directions[0])

    def along(self) -> "Demand | None":
        """That of wind along the sign alone; None where it is not known."""
        return None if self.directions is None else self._of(self.directions[1])

    def _of(self, push: Push) -> "Demand":
        return replace(self, **asdict(push), directions=None)
