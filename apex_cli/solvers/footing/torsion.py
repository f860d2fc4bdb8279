"""Torsion: the side friction that holds a pier, against what the project gives; what a pad uses.

The building code has no rule. The ground's friction on the side, along the perimeter and over the
depth that resists, turns about the axis; the base and the weight on it are not counted on.
"""

from collections.abc import Sequence

from apex_cli.equations import FREE, SLACK, Bare
from apex_cli.packs.footing import FootingPack
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing import idle
from apex_cli.solvers.footing import pier_equations as eq
from apex_cli.solvers.footing.case import Case, Plan
from apex_cli.solvers.footing.result import Stability
from apex_cli.solvers.footing.spread_case import Site, Size
from apex_cli.solvers.footing.tell import tell_torsion


def check_torsion(
    case: Case,
    plan: Plan,
    demands: Sequence[Demand],
    trace: Bare,
    *,
    depth: float,
    given: float | None,
) -> None:
    """Hold the friction that the torsion asks for against the friction given, or tell it.

    Args:
        case: The pier.
        plan: Its sides.
        demands: One entry a foundation; the pier is built for the greatest torsion.
        trace: Where the step and the check go.
        depth: Its depth from grade, ft.
        given: Allowable side friction, psf.
    """
    T = max([one.torsion_lbft for one in demands])
    if not T:
        return
    needed = _friction(case, plan, T, depth, trace)
    if given is not None and needed is not None:
        trace.hold(
            "foundation.torsion", "Friction on the side of the pier holds the torsion.",
            demand=needed, capacity=given, unit="psf", clause=FREE,
        )  # fmt: skip
        return
    if trace.told:
        _tell(case.pack, T, needed, trace)


def _friction(case: Case, plan: Plan, T: float, depth: float, trace: Bare) -> float | None:
    """Side friction that holds the torsion, psf; None where nothing resists."""
    if depth <= case.idle:
        return None
    down = idle.resisting(case, depth, trace)
    if case.footing.shape == "round":
        return trace(eq.friction_round, T=T, w=plan.w, d_z=down)
    trace.assume(
        "Side friction holds torsion on each side of the pier, with half the other side as lever."
    )
    return trace(eq.friction_rectangle, T=T, w=plan.w, l=plan.length, d_z=down)


def _tell(pack: FootingPack, T: float, needed: float | None, trace: Bare) -> None:
    limit = pack.torsion.review_above
    friction = "no depth" if needed is None else f"{needed:,.0f} psf"
    tell_torsion(
        f"A torsion of {T:,.0f} lbf-ft reaches the pier, which {friction} of friction on its side "
        "would hold. It is not checked: the code has no method for it, and "
        "soil.side_friction_psf is not given.",
        trace,
        heavy=needed is None or needed > limit.value * (1 + SLACK),
    )


def tell_pad_torsion(
    site: Site, size: Size, sliding: Stability | None, demand: Demand, trace: Bare
) -> None:
    """Tell the torsion under a spread footing: an engineer must look where the base would turn.

    What resists sliding is taken as friction that is the same all over the base; shear and torsion
    use it together, by the squares of their shares.
    """
    T = demand.torsion_lbft
    if not T:
        return
    heavy, part = True, "nothing that is known"
    if sliding is not None and sliding.resistance:
        r_m = (
            trace(eq.mean_radius_round, B=size.B)
            if site.shape == "round"
            else trace(eq.mean_radius, B=size.B, L=size.L)
        )
        used = trace(eq.sliding_used, V=demand.lateral_lbf, R_s=sliding.resistance, T=T, r_m=r_m)
        heavy, part = used > 1, f"{100 * used:,.0f} %"
    tell_torsion(
        f"A torsion of {T:,.0f} lbf-ft reaches the footing and is not checked: the code has no "
        f"method for it. With the lateral load it would use {part} of what resists sliding, taken "
        "as friction all over the base.",
        trace,
        heavy=heavy,
    )
