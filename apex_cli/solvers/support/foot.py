"""What reaches the foot of the support."""

from typing import NamedTuple


class Reaction(NamedTuple):
    """One combination at grade, of the pole that is checked.

    Args:
        name: As the standard writes it, "1.2D + 1.0W".
        axial: Compression is positive, lbf.
        shear: lbf.
        moment: kip-ft.
        torsion: kip-ft.
    """

    name: str
    axial: float
    shear: float
    moment: float
    torsion: float
