"""Quantities taken off the engineered sign, by the names that price books use."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Self

from msgspec import Struct
from msgspec.structs import replace

from apex_cli.equations import Bare, equation
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.project import view
from apex_cli.project.model import Inputs
from apex_cli.project.poles import Poles
from apex_cli.project.sign import Element
from apex_cli.project.view import At
from apex_cli.quantities import Feet, Known, Plf, PoundsForce, Ratio, SquareFeet
from apex_cli.solvers.outlines import outlined
from apex_cli.solvers.poles import POLES as _POLES
from apex_cli.solvers.poles import stages_of

if TYPE_CHECKING:
    from apex_cli.packs.sections import SectionsPack


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
    """Area of the cabinets counted so far and of one that is no rectangle, ft2."""
    return A_before + A_given


@equation("L_p", "n_p * h_p", clause="")
def length_of_poles(*, n_p: Ratio, h_p: Feet) -> Feet:
    """Length of all poles above grade, ft."""
    return n_p * h_p


@equation("W_p", "n_p * h_p * w_p", clause="")
def weight_of_poles(*, n_p: Ratio, h_p: Feet, w_p: Plf) -> PoundsForce:
    """Weight of all poles above grade, lbf."""
    return n_p * h_p * w_p


@equation("W_p", "W_before + n_p * (z_2 - z_1) * w_p", clause="")
def weight_with_stage(
    *, W_before: PoundsForce, n_p: Ratio, z_1: Feet, z_2: Feet, w_p: Plf
) -> PoundsForce:
    """Weight of the stages of the poles counted so far and of one more, lbf.

    >>> weight_with_stage(W_before=800, n_p=1, z_1=14, z_2=30, w_p=40)
    1440
    """
    return W_before + n_p * (z_2 - z_1) * w_p


class TakeoffInputs(Struct, frozen=True):
    """What there is to take quantities off: the cabinets, and the poles if one is theirs."""

    elements: Annotated[list[Element], At("/sign/elements")]
    poles: Annotated[Poles | None, At(_POLES)]

    @classmethod
    def of(cls, project: Inputs, wanted: Iterable[str]) -> Self:
        """The view of a project, for these quantities."""
        made = view.seen(cls, project)
        found = reads(wanted, bare=not made.elements)
        return made if _POLES in found else replace(made, poles=None)


def reads(wanted: Iterable[str], *, bare: bool = False) -> tuple[str, ...]:
    """Pointers of what these quantities are taken off; a footing has its own calculation.

    Args:
        wanted: Names of `TAKEOFFS`.
        bare: Whether the sign has no cabinets, so that its poles tell how high it is.
    """
    needed = {QUANTITIES[name].needs for name in wanted}
    if bare and "/sign/elements" in needed:
        needed.add(_POLES)
    if _POLES in needed:
        needed.add("/sign/elements")  # a pole without a top of its own ends with the sign
    return tuple(where for where in view.reads(TakeoffInputs) if where in needed)


class Job(Struct, frozen=True):
    """A take-off under way: what is seen of the project, the other answers, who writes."""

    inputs: TakeoffInputs
    found: Mapping[str, Any]
    trace: Bare
    sections: "SectionsPack | None"

    @property
    def footing(self) -> Any:
        """The answer for the foundation."""
        return self.found["footing"]

    @property
    def poles(self) -> Poles:
        """The poles.

        Raises:
            InvalidInput: There are none.
        """
        if self.inputs.poles is None:
            raise _missing(_POLES)
        return self.inputs.poles


def _missing(*places: str) -> InvalidInput:
    detail = "is needed for a quantity of the price book"
    return InvalidInput.at(*(Fault(where, detail) for where in places))


def _height(job: Job) -> float:
    if not job.inputs.elements:
        return _pole_top(job)
    highest = max(job.inputs.elements, key=lambda one: one.bottom_ft + one.height_ft)
    return job.trace(top_of_sign, z_bottom=highest.bottom_ft, s=highest.height_ft)


def _area(job: Job) -> float:
    area: float = Known(0.0, "start of the sum")
    for element in job.inputs.elements:
        shape = outlined(element, job.trace)
        if shape is not None:
            area = job.trace(area_with_given, A_before=area, A_given=shape.area)
        else:
            area = job.trace(area_with, A_before=area, B=element.width_ft, s=element.height_ft)
    return area


def _pole_top(job: Job) -> float:
    if job.poles.stages is not None:
        return job.poles.stages[-1].top_ft
    return _height(job) if job.poles.top_ft is None else job.poles.top_ft


def _pole_count(job: Job) -> float:
    return Known(job.poles.count, f"{_POLES}/count")


def _pole_weight(job: Job) -> float:
    stages = stages_of(job.poles, job.sections, 0.0, job.trace)
    found = [(stage, stage.weight) for stage in stages if stage.weight is not None]
    if len(found) < len(stages):
        raise _missing(*(f"{one.where}/weight_plf" for one in stages if one.weight is None))
    count = _pole_count(job)
    if len(stages) == 1:
        return job.trace(weight_of_poles, n_p=count, h_p=_pole_top(job), w_p=found[0][1])
    total: float = Known(0.0, "start of the sum")
    for stage, weight in found:
        total = job.trace(
            weight_with_stage, W_before=total, n_p=count, z_1=stage.bottom, z_2=stage.top,
            w_p=weight,
        )  # fmt: skip
    return total


def _steel(name: str, *places: str) -> Callable[[Job], float]:
    """A quantity of the support; the places are what it is taken off, missing where it is None."""

    def taken(job: Job) -> float:
        amount = getattr(job.found["support"].quantities, name)
        if amount is None:
            raise _missing(*places)
        return Known(amount, f"result:/support/quantities/{name}")

    return taken


TAKEOFFS: dict[str, Callable[[Job], float]] = {
    "sign.height_ft": _height,
    "sign.area_ft2": _area,
    "sign.count": lambda job: Known(len(job.inputs.elements), "/sign/elements"),
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
    "support.pole_lbf": _steel("pole_lbf", f"{_POLES}/weight_plf"),
    "support.plate_lbf": _steel("plate_lbf", "/support/base/plate"),
    "support.rods_lbf": _steel("rods_lbf", "/support/base/rods"),
    "support.rebar_lbf": _steel("rebar_lbf", "/support/pier/bars", "/support/slab/bottom"),
}
"""Every quantity a price book may name, and how it is taken off."""


def takeoff(
    inputs: TakeoffInputs,
    found: Mapping[str, Any],
    wanted: Iterable[str],
    trace: Bare,
    sections: "SectionsPack | None" = None,
) -> dict[str, float]:
    """The quantities that a price book asks for.

    Args:
        inputs: The sign, as these quantities see it.
        found: Results of the other calculations, where a quantity needs them.
        wanted: Names of `TAKEOFFS`.
        trace: Records the steps.
        sections: Has the sections that the poles name.

    Raises:
        InvalidInput: The project lacks what a quantity is taken off.
    """
    job = Job(inputs, found, trace, sections)
    trace.subject = "takeoff"
    amounts = {name: TAKEOFFS[name](job) for name in sorted(wanted)}
    trace.subject = ""
    return amounts
