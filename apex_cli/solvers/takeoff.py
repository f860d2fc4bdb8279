"""Quantities taken off the engineered sign, by the names that price books use."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from apex_cli.equations import Bare, equation
from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.model import Inputs
from apex_cli.project.sign import Poles, Sign
from apex_cli.quantities import Feet, Known, Plf, PoundsForce, Ratio, SquareFeet


@equation("h", "z_bottom + s", clause="")
def top_of_sign(*, z_bottom: Feet, s: Feet) -> Feet:
    """Height of the upper edge of the highest cabinet above grade, ft.

    >>> top_of_sign(z_bottom=18.0, s=6.0)
    24.0
    """
    return z_bottom + s


@equation("A_s", "A_before + B * s", clause="")
def area_with(*, A_before: SquareFeet, B: Feet, s: Feet) -> SquareFeet:
    """Area of the cabinets counted so far and of one more, ft2.

    >>> area_with(A_before=60.0, B=10.0, s=6.0)
    120.0
    """
    return A_before + B * s


@equation("A_s", "A_before + A_given", clause="")
def area_with_given(*, A_before: SquareFeet, A_given: SquareFeet) -> SquareFeet:
    """Area of the cabinets counted so far and of one whose area is given, ft2."""
    return A_before + A_given


@equation("L_p", "n_p * h_p", clause="")
def length_of_poles(*, n_p: Ratio, h_p: Feet) -> Feet:
    """Length of all poles above grade, ft."""
    return n_p * h_p


@equation("W_p", "n_p * h_p * w_p", clause="")
def weight_of_poles(*, n_p: Ratio, h_p: Feet, w_p: Plf) -> PoundsForce:
    """Weight of all poles above grade, lbf."""
    return n_p * h_p * w_p


class Job(NamedTuple):
    """What there is to take quantities off."""

    project: Inputs
    footing: Any
    trace: Bare

    @property
    def sign(self) -> Sign:
        """The sign.

        Raises:
            InvalidInput: There is none.
        """
        if self.project.sign is None:
            raise _missing("/sign")
        return self.project.sign

    @property
    def poles(self) -> Poles:
        """The poles.

        Raises:
            InvalidInput: There are none.
        """
        if self.sign.poles is None:
            raise _missing("/sign/poles")
        return self.sign.poles


def _missing(where: str) -> InvalidInput:
    detail = "is needed for a quantity of the price book"
    return InvalidInput(f"{where}: {detail}", faults=[Fault(where, detail)])


def _height(job: Job) -> float:
    elements = job.sign.elements
    n = max(range(len(elements)), key=lambda i: elements[i].bottom_ft + elements[i].height_ft)
    where = f"/sign/elements/{n}"
    bottom = Known(elements[n].bottom_ft, f"{where}/bottom_ft")
    return job.trace(
        top_of_sign, z_bottom=bottom, s=Known(elements[n].height_ft, f"{where}/height_ft")
    )


def _area(job: Job) -> float:
    area: float = Known(0.0, "start of the sum")
    for n, element in enumerate(job.sign.elements):
        where = f"/sign/elements/{n}"
        if element.area_ft2 is not None:
            given = Known(element.area_ft2, f"{where}/area_ft2")
            area = job.trace(area_with_given, A_before=area, A_given=given)
        else:
            width = Known(element.width_ft, f"{where}/width_ft")
            height = Known(element.height_ft, f"{where}/height_ft")
            area = job.trace(area_with, A_before=area, B=width, s=height)
    return area


def _pole_top(job: Job) -> float:
    if job.poles.top_ft is not None:
        return Known(job.poles.top_ft, "/sign/poles/top_ft")
    return _height(job)


def _pole_count(job: Job) -> float:
    return Known(job.poles.count, "/sign/poles/count")


def _pole_weight(job: Job) -> float:
    if job.poles.weight_plf is None:
        raise _missing("/sign/poles/weight_plf")
    weight = Known(job.poles.weight_plf, "/sign/poles/weight_plf")
    return job.trace(weight_of_poles, n_p=_pole_count(job), h_p=_pole_top(job), w_p=weight)


TAKEOFFS: dict[str, Callable[[Job], float]] = {
    "sign.height_ft": _height,
    "sign.area_ft2": _area,
    "sign.count": lambda job: Known(len(job.sign.elements), "/sign/elements"),
    "poles.count": _pole_count,
    "poles.length_ft": lambda job: job.trace(
        length_of_poles, n_p=_pole_count(job), h_p=_pole_top(job)
    ),
    "poles.weight_lb": _pole_weight,
    "footing.concrete_yd3": lambda job: job.footing.concrete_yd3,
    "footing.depth_ft": lambda job: job.footing.depth_ft,
    "footing.width_ft": lambda job: job.footing.width_ft,
    "footing.count": lambda job: Known(job.footing.count, "result:/footing/count"),
    "footing.spoil_yd3": lambda job: job.footing.spoil_yd3,
}
"""Every quantity a price book may name, and how it is taken off."""


def takeoff(project: Inputs, footing: Any, wanted: Iterable[str], trace: Bare) -> dict[str, float]:
    """The quantities that a price book asks for.

    Args:
        project: The project.
        footing: Result of the footing calculation, where a quantity needs it.
        wanted: Names of `TAKEOFFS`.
        trace: Records the steps.

    Raises:
        InvalidInput: The project lacks what a quantity is taken off.
    """
    job = Job(project, footing, trace)
    trace.subject = "takeoff"
    amounts = {name: TAKEOFFS[name](job) for name in sorted(wanted)}
    trace.subject = ""
    return amounts
