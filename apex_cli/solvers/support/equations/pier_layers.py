"""Sums over the bars of a section, at as many heights as there are."""

from collections.abc import Callable

from apex_cli.equations import compiled, family
from apex_cli.quantities import Inches, KipFeet, PoundsForce


@family
def axial_sum(count: int) -> Callable[..., float]:
    """Axial strength: the block of stress and the bars, in equilibrium.

    >>> axial_sum(2)(C_c=100.0, R_1=20.0, R_2=-30.0)
    90.0
    >>> axial_sum(2).card.text
    'C_c + R_1 + R_2'
    """
    forces = {f"R_{k}": PoundsForce for k in range(1, count + 1)}
    return compiled(
        "axial_sum", "P_n", " + ".join(["C_c", *forces]),
        {"C_c": PoundsForce, **forces, "return": PoundsForce}, words="", clause="22.2.1.1",
    )  # fmt: skip


@family
def moment_sum(count: int) -> Callable[..., float]:
    """Flexural strength about the middle of the section: the block of stress and the bars.

    >>> moment_sum(1)(M_k=10.0, R_1=-12000.0, y_1=-5.0)
    15.0
    """
    numbers = range(1, count + 1)
    terms = {f"{name}_{k}": hint for k in numbers for name, hint in _LAYER.items()}
    arms = " + ".join(f"R_{k} * y_{k}" for k in numbers)
    return compiled(
        "moment_sum", "M_n", f"M_k + ({arms}) / 12000",
        {"M_k": KipFeet, **terms, "return": KipFeet}, words="", clause="22.2.1.1",
    )  # fmt: skip


_LAYER = {"R": PoundsForce, "y": Inches}
