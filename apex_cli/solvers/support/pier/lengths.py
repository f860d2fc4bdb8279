"""Development of the bars of a pier, and their schedule."""

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.solvers.support.development import straight
from apex_cli.solvers.support.equations import pier_bars
from apex_cli.solvers.support.pier.cage import Cage
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.place import Place
from apex_cli.solvers.support.pier.result import Bars
from apex_cli.solvers.support.pier.shear import Ties


def development(
    cage: Cage, concrete: Concrete, s_b: float, pack: ConcretePack, trace: Bare
) -> float:
    """Development length of the vertical bars, straight and in tension, in."""
    return straight(
        cage.bar, pack, trace, f_y=cage.f_y, cover=cage.cover, tie=cage.tie, spacing=s_b,
        lambda_l=concrete.lambda_l, r_c=concrete.r_c,
    )  # fmt: skip


def hold_developed(
    cage: Cage, place: Place, pack: ConcretePack, trace: Bare, *, at: float, needed: float,
    above: bool,
) -> None:  # fmt: skip
    """Hold the length of the bars beyond the section of the largest moment.

    Args:
        cage: The cage.
        place: The pier as the footing has it.
        pack: The edition.
        trace: Where it is held.
        at: Depth of the section below grade, ft.
        needed: Length in which they reach what the moment asks of them, in.
        above: Whether nothing else holds the bars above: anchor rods are a check of their own.
    """
    z_s = trace.known(at, "depth of the largest moment")
    clause = pack.citations.cited("25.4.1.1")
    if above:
        h_r = trace.known(place.reveal, "/footing/reveal_ft")
        l_up = trace(pier_bars.length_above_section, z_s=z_s, h_r=h_r, c_c=cage.cover)
        _hold(
            trace, "The bars are developed above the pier's largest moment.",
            needed, max(l_up, 0.0), clause=clause,
        )  # fmt: skip
    L_g = place.ground.depth
    l_dn = trace(pier_bars.length_below_section, L_g=L_g, z_s=z_s, c_c=cage.cover)
    _hold(
        trace, "The bars are developed below the pier's largest moment.",
        needed, max(l_dn, 0.0), clause=clause,
    )  # fmt: skip


def _hold(trace: Bare, what: str, demand: float, capacity: float, *, clause: str) -> None:
    trace.hold("pier.detailing", what, demand=demand, capacity=capacity, unit="in", clause=clause)


def schedule(
    cage: Cage, place: Place, ties: Ties | None, pack: ConcretePack, trace: Bare,
    *, top_ties: int | None,
) -> tuple[list[Bars], float]:  # fmt: skip
    """The bars of one pier as they are ordered, and their weight, lbf.

    The ties at the top that hold anchor rods are among the ties, one of them in any case.
    """
    L_k = trace.known(place.ground.depth + place.reveal, "depth of the pier and what stands out")
    l_b = trace(pier_bars.bar_length, L_k=L_k, c_c=cage.cover)
    W_b = trace(pier_bars.bars_weight, n_b=cage.number, l_b=l_b, w_b=cage.bar.weight)
    rows = [Bars("vertical", cage.bar.size, int(cage.number), l_b, None, W_b)]
    if ties is None:
        return rows, W_b
    assert cage.tie is not None
    if top_ties is None:
        n_t = trace(pier_bars.tie_count, l_b=l_b, s=ties.s)
    else:
        n_tt = trace.known(top_ties, "/support/pier/top_ties")
        n_t = trace(pier_bars.tie_count_with_top, l_b=l_b, s=ties.s, n_tt=n_tt)
    lengths = {"round": pier_bars.round_tie_length, "square": pier_bars.square_tie_length}
    l_t = trace(
        lengths[cage.shape], w_c=cage.width, c_c=cage.cover, d_t=cage.tie.diameter,
        l_o=pack.ties.overlap.number,
    )  # fmt: skip
    W_t = trace(pier_bars.bars_weight, n_b=n_t, l_b=l_t, w_b=cage.tie.weight)
    rows.append(Bars("tie", cage.tie.size, int(n_t), l_t, ties.s, W_t))
    return rows, trace(pier_bars.cage_weight, W_b=W_b, W_t=W_t)
