"""How strongly an earthquake shakes a sign: the seismic response coefficient."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.hazards import Seismic as Rules
from apex_cli.project.hazards import Seismic
from apex_cli.solvers.exposure.equations import seismic as eq
from apex_cli.vocabulary import RiskCategory

PLATEAU = "short periods"
PERIOD = "the period"
FLOOR = "the floor"
NEAR_FAULT = "S1"
RIGID = "a rigid structure"


class Shaken(NamedTuple):
    """What is shaken: the earthquake, the rules, period (s; None: not known), R and Ie."""

    given: Seismic
    rules: Rules
    S_DS: float
    S_D1: float | None
    T: float | None
    R: float
    I_e: float


def shaken_by(
    given: Seismic,
    category: RiskCategory | None,
    rules: Rules,
    trace: Bare,
    *,
    n_1: float | None,
    top: float,
) -> Shaken:
    """What an earthquake shakes, and by which rules.

    Args:
        given: The earthquake.
        category: Risk category; None: not told.
        rules: The edition's constants.
        trace: Calls the equations.
        n_1: Natural frequency, Hz; None: not known.
        top: Top of the sign, ft.
    """
    S_DS = given.sds
    if S_DS is None:
        S_DS = trace(eq.design_short, F_a=_there(given.fa), S_s=_there(given.ss))
    S_D1 = given.sd1
    if given.fv is not None:
        S_D1 = trace(eq.design_long, F_v=given.fv, S_1=given.s1)
    T = given.period_s
    if T is None and n_1 is not None:
        T = trace(eq.period, n_1=n_1)
    elif T is None and given.approximate_period:
        C_t, k_t = rules.period_coefficient.number, rules.period_exponent.number
        T = trace(eq.approximate_period, C_t=C_t, h_n=top, k_t=k_t)
        trace.assume(
            "The period is the approximate one of 12.8.2.1, as site.seismic.approximate_period "
            "asks: chapter 15 wants that of signs computed; a longer one brings less."
        )
    if given.importance is None and category is None:
        trace.assume("No risk category is given: Ie is that of II.")
    return Shaken(
        given, rules, S_DS, S_D1, T,
        given.response_modification or rules.response_modification.number,
        given.importance or rules.importance.numbers[category or "II"],
    )  # fmt: skip


def _there(value: float | None) -> float:
    """What is there, as the record has seen."""
    return value  # type: ignore[return-value] # - without sds there are ss and fa


def coefficient(shaken: Shaken, trace: Bare) -> tuple[float, str]:
    """The seismic response coefficient, and what it is by."""
    given, rules, S_DS, S_D1, T, R, I_e = shaken
    if T is not None and rules.rigid_below.value > T:
        return trace(eq.response_rigid, k_r=rules.rigid.number, S_DS=S_DS, I_e=I_e), RIGID
    cs, by = trace(eq.response, S_DS=S_DS, R=R, I_e=I_e), PLATEAU
    if T is None or S_D1 is None:
        what = "No period is known" if T is None else "Neither sd1 nor fv is given"
        trace.assume(f"{what}: the earthquake is that of short periods, which is the most.")
    else:
        if given.tl_s is not None and given.tl_s < T:
            less = trace(
                eq.response_of_long_period, C_b=cs, S_D1=S_D1, T=T, T_L=given.tl_s, R=R, I_e=I_e
            )
        else:
            less = trace(eq.response_of_period, C_b=cs, S_D1=S_D1, T=T, R=R, I_e=I_e)
        cs, by = less, PERIOD if less < cs else by
    more = trace(
        eq.response_at_least,
        C_b=cs, k_f=rules.floor.number, S_DS=S_DS, I_e=I_e, C_m=rules.floor_least.number,
    )  # fmt: skip
    cs, by = more, FLOOR if more > cs else by
    if given.s1 >= rules.near_fault_from.value:
        k_n = rules.near_fault.number
        more = trace(eq.response_near_fault, C_b=cs, k_n=k_n, S_1=given.s1, R=R, I_e=I_e)
        cs, by = more, NEAR_FAULT if more > cs else by
    return cs, by
