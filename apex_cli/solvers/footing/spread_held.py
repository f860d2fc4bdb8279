"""The checks of a spread footing, filed, and what is warned of beside them."""

from apex_cli.equations import Bare
from apex_cli.solvers.footing import build
from apex_cli.solvers.footing.clauses import cited
from apex_cli.solvers.footing.spread_check import Site, Size, State


def check(site: Site, size: Size, state: State, frost_in: float | None, trace: Bare) -> None:
    """File the checks."""
    clause = cited(site.pack, "1806.3.2" if site.soil.cohesion is not None else "1806.3")
    q, turn, slide = state.q_max, state.overturning, state.sliding
    if q is None:
        trace.warn(
            "footing.tips_over",
            "notice",
            "The resultant misses the base: the footing tips over, and no pressure can be told.",
        )
    else:
        trace.hold(
            "spread.bearing", "The ground carries the greatest pressure.",
            demand=q, capacity=site.allowable_psf, unit="psf", clause=cited(site.pack, "1806.1"),
        )  # fmt: skip
    trace.hold(
        "spread.overturning", "The weight holds the footing down.",
        demand=turn.demand, capacity=turn.resistance, unit="lbf-ft",
        clause=cited(site.pack, site.pack.combinations.dead.clause),
    )  # fmt: skip
    if slide is None:
        trace.warn(
            "footing.sliding_not_checked",
            "warning",
            "Sliding is not checked: the soil gives neither friction nor cohesion.",
            clause,
        )
    else:
        trace.hold(
            "spread.sliding", "The footing does not slide.",
            demand=slide.demand, capacity=slide.resistance, unit="lbf", clause=clause,
        )  # fmt: skip
    build.check_depth("spread", frost_in, site.depth, site.pack, trace)
    if q is not None and state.e is not None and state.e > size.B / 6:
        trace.warn(
            "footing.outside_kern",
            "notice",
            "The resultant is outside the kern: part of the base does not press on the ground.",
        )
