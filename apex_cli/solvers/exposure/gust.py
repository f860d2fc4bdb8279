"""The gust-effect factor: constant, by formula for rigid ones, or for flexible ones."""

from operator import attrgetter
from typing import Literal

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.sign import Gust
from apex_cli.solvers.exposure.equations import gust as eq
from apex_cli.solvers.exposure.equations import signs
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.limits import most

LEAST_FREQUENCY_HZ = 0.01
WORTH_TELLING = 1.05
"""Another reading that gives so many times the gust factor must be looked at."""

HeightReading = Literal["0.6h", "centroid"]


class Turbulence(Struct, frozen=True):
    """The turbulence around the sign: equivalent height ft, intensity, length ft, response."""

    z_bar: float
    i_z: float
    l_z: float
    q: float
    face: Face
    height: float


def gust_factor(
    gust: Gust,
    inputs: ExposureInputs,
    faces: list[Face],
    cabinets: list[Face],
    *,
    n_1: float | None,
    pack: ExposurePack,
    trace: Bare,
) -> float:
    """The gust-effect factor of the whole sign.

    Args:
        gust: Method, damping and which equivalent height.
        inputs: Wind speed and exposure.
        faces: The faces; the highest gives h, the widest gives B.
        cabinets: What the faces are made of; the thinnest gives L.
        n_1: Natural frequency, Hz, given or estimated; None: not known.
        pack: The wind standard.
        trace: Calls the equations.

    Raises:
        InvalidInput: A flexible sign without frequency or thickness.
        NoAnswer: An estimated frequency that no structure has.
    """
    _tell_flexibility(gust, n_1, max(face.top for face in faces), pack, trace)
    if gust.method == "constant":
        return pack.gust.constant.number
    turbulence = _turbulence(gust, inputs, faces, pack, trace)
    if gust.method == "rigid":
        return trace(
            eq.rigid_gust_factor,
            g_Q=pack.gust.g_q.number,
            g_v=pack.gust.g_v.number,
            I_z=turbulence.i_z,
            Q=turbulence.q,
        )
    if n_1 is None:
        raise InvalidInput(
            "the gust factor of a flexible sign needs its natural frequency, and it could not be "
            "estimated",
            faults=[
                Fault(
                    "/gust/natural_frequency_hz",
                    "is needed for a flexible sign",
                    hint="give it, or sign.poles with wall_in and weight_plf and the cabinets' "
                    "weight_psf",
                )
            ],
        )
    if n_1 < LEAST_FREQUENCY_HZ:
        raise NoAnswer(
            f"a natural frequency of {n_1:.2g} Hz is not that of a structure that stands",
            faults=[Fault("/sign/poles", "is far too slender for the cabinets it carries")],
        )
    factor = _flexible(
        gust, inputs, cabinets, n_1=n_1, turbulence=turbulence, pack=pack, trace=trace
    )
    other: HeightReading = "centroid" if _reading(gust, pack) == "0.6h" else "0.6h"
    swapped, silent = gust.replace(equivalent_height=other), trace.aside()
    turbulence = _turbulence(swapped, inputs, faces, pack, silent)
    more = _flexible(
        swapped, inputs, cabinets, n_1=n_1, turbulence=turbulence, pack=pack, trace=silent
    )
    if more > factor * WORTH_TELLING:
        trace.warn(
            "gust.equivalent_height",
            "review",
            f"With gust.equivalent_height {other} the gust factor is {more:.3f} instead of "
            f"{factor:.3f}: both readings are published.",
            pack.gust.flexible_below.clause,
        )
    return factor


def _reading(gust: Gust, pack: ExposurePack) -> HeightReading:
    return gust.equivalent_height or pack.gust.equivalent_height


def _tell_flexibility(
    gust: Gust, n_1: float | None, top: float, pack: ExposurePack, trace: Bare
) -> None:
    limit = pack.gust.flexible_below
    if gust.method == "flexible":
        if n_1 is not None and n_1 >= limit.value:
            trace.warn(
                "gust.not_flexible",
                "notice",
                f"n1 = {n_1:.2f} Hz is not below {limit.value:g} Hz: the sign is rigid, and the "
                "flexible formula was used as asked.",
                limit.clause,
            )
        return
    if n_1 is None:
        trace.assume("Taken as rigid (n1 at least 1 Hz): no natural frequency is known.")
        asked = pack.gust.ask_frequency_above
        if top > asked.value:
            trace.warn(
                "gust.frequency_unknown",
                "review",
                f"The sign is {top:g} ft high and its natural frequency is not known: a flexible "
                "sign takes more than the constant or the rigid gust factor. Give "
                "gust.natural_frequency_hz, or the poles' wall and weight to estimate it.",
                limit.clause,
            )
    elif n_1 < limit.value:
        trace.warn(
            "gust.flexible_sign",
            "review",
            f"n1 = {n_1:.2f} Hz is below {limit.value:g} Hz: the sign is flexible, and the gust "
            "factor of a rigid one is too small. Take gust.method flexible.",
            limit.clause,
        )


def _turbulence(
    gust: Gust, inputs: ExposureInputs, faces: list[Face], pack: ExposurePack, trace: Bare
) -> Turbulence:
    terrain = pack.terrain.numbers[inputs.exposure]
    highest = most(faces, attrgetter("top"))
    widest = most(faces, attrgetter("width"))
    reading = _reading(gust, pack)
    height = highest.top if reading == "0.6h" else highest.height
    if reading == "0.6h":
        z_bar = trace(eq.gust_equivalent_height, h=highest.top, z_min=terrain["z_min"])
        trace.assume("Gust factor: equivalent height 0.6 h, h the top of the sign.")
    else:
        centre = trace(signs.height_of_resultant, z_b=highest.bottom, s=highest.height)
        z_bar = trace(eq.gust_centroid_height, z_c=centre, z_min=terrain["z_min"])
        trace.assume(
            "Gust factor: equivalent height at the centroid of the sign, and the sign's own height "
            "in the background response, as the published guide does for a high sign."
        )
    i_z = trace(eq.turbulence_intensity, c=terrain["c"], z_bar=z_bar)
    l_z = trace(
        eq.turbulence_length, l=terrain["l"], z_bar=z_bar, eps_inv=terrain["eps_bar_denominator"]
    )
    q = trace(eq.background_response, B=widest.width, h=height, L_z=l_z)
    return Turbulence(z_bar, i_z, l_z, q, widest, height)


def _flexible(
    gust: Gust,
    inputs: ExposureInputs,
    cabinets: list[Face],
    *,
    n_1: float,
    turbulence: Turbulence,
    pack: ExposurePack,
    trace: Bare,
) -> float:
    terrain = pack.terrain.numbers[inputs.exposure]
    beta: float = pack.gust.damping.number
    if gust.damping_ratio is None:
        trace.assume(f"No damping ratio is given: {pack.gust.damping.value:g} is taken.")
    else:
        beta = gust.damping_ratio
    speed = trace(
        eq.mean_hourly_speed,
        b_bar=terrain["b_bar"],
        z_bar=turbulence.z_bar,
        a_inv=terrain["a_bar_denominator"],
        V=inputs.wind_speed_mph,
    )
    peak = trace(eq.resonant_peak_factor, n_1=n_1)
    reduced = trace(eq.reduced_frequency, n_1=n_1, L_z=turbulence.l_z, V_z=speed)
    ordinate = trace(eq.resonant_spectrum, N_1=reduced)
    sizes = []
    for eta, size in (
        (eq.reduced_height, turbulence.height),
        (eq.reduced_width, turbulence.face.width),
        (eq.reduced_depth, _thickness(cabinets, trace)),
    ):
        sizes.append(trace(eq.size_reduction, eta=trace(eta, n_1=n_1, L=size, V_z=speed)))
    response = trace(
        eq.resonant_response, beta=beta, R_n=ordinate, R_h=sizes[0], R_B=sizes[1], R_L=sizes[2]
    )
    return trace(
        eq.flexible_gust_factor,
        g_Q=pack.gust.g_q.number,
        g_v=pack.gust.g_v.number,
        g_R=peak,
        I_z=turbulence.i_z,
        Q=turbulence.q,
        R=response,
    )


def _thickness(cabinets: list[Face], trace: Bare) -> float:
    """The least thickness given, ft: less thickness, more response."""
    given = [t for face in cabinets if (t := face.thickness) is not None]
    if not given:
        raise InvalidInput(
            "the gust factor of a flexible sign needs the thickness of a cabinet",
            faults=[Fault(f"{cabinets[0].where}/thickness_ft", "is needed for a flexible sign")],
            hint="add thickness_ft, the depth of the cabinet along the wind",
        )
    if len(given) > 1:
        trace.assume("Gust factor: the thinnest cabinet's thickness, which is conservative.")
    return min(given)
