"""What the answers of signs at buildings have in common."""

from typing import Any, TypeVar

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.solvers.exposure.placed import Placed
from apex_cli.solvers.exposure.profile import profile
from apex_cli.solvers.exposure.result import ExposureResult
from apex_cli.solvers.exposure.velocity_pressure import Pressure

R = TypeVar("R", bound=ExposureResult)


def made(placed: Placed, at: Pressure, k_d: float, trace: Bare, kind: type[R], **told: Any) -> R:
    """The answer, with what each kind of sign tells of itself.

    Args:
        placed: The sign.
        at: The wind at the height of its velocity pressure.
        k_d: Directionality factor.
        trace: Calls the equations.
        kind: Of which kind of sign.
        told: The other fields of the answer.
    """
    common: dict[str, Any] = {
        "standard": placed.pack.standard,
        "height_ft": at.z,
        "kz": at.kz,
        "kzt": at.kzt,
        "ke": placed.pressures.ke,
        "kd": k_d,
        "velocity_pressure_psf": at.q,
        "gust_factor": None,
        "gust_method": None,
        "natural_frequency_hz": None,
        "profile": profile(placed.inputs.heights_ft or [], placed.pressures, k_d, [at.z], trace),
        "cases": [],
        "base": None,
        "asd": None,
        "combinations": [],
        "per_pole": None,
        "alternatives": [],
        "mounting": placed.sign.mounting,
    }
    return kind(**{**common, **told})


def refuse_poles(placed: Placed) -> None:
    """Refuse poles of a sign that hangs on a wall.

    Raises:
        InvalidInput: There are some.
    """
    if placed.sign.poles is not None:
        mounting = placed.sign.mounting
        raise InvalidInput.at(
            Fault("/sign/poles", f"do not belong to sign.mounting {mounting}: the wall carries it",
                  hint="leave them out, or set sign.mounting to ground")
        )  # fmt: skip
