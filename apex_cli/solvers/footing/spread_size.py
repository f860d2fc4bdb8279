"""The size of a spread footing: the given one, else the smallest that stands."""

from collections.abc import Iterator
from math import ceil

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.footing import SpreadRules
from apex_cli.project.foundation import Footing
from apex_cli.quantities import SEARCHED, Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.spread_case import Site, Size, State
from apex_cli.solvers.footing.spread_check import examine
from apex_cli.solvers.footing.stem import fits, refuse
from apex_cli.solvers.limits import SAME


def find(site: Site, footing: Footing, rules: SpreadRules, demand: Demand) -> tuple[Size, State]:
    """The given size, else the smallest that passes, with how it stands."""
    silent = Bare()
    if footing.width_ft is not None:
        B = footing.width_ft
        across = B * (footing.aspect_ratio or 1.0)
        size = Size(B, footing.length_ft or (B if across == B else Known(across, SEARCHED)))
        if site.shape == "round":
            size = Size(B, B)
        if not fits(site, size):
            raise refuse(size)
        return size, examine(site, size, demand, silent)
    refuse_stem(site, footing, rules)
    from_the_side = site._replace(turning=False)
    for size in sizes(site, footing, rules):
        if not fits(site, size):
            continue
        if not stands(examine(from_the_side, size, demand, silent)):
            continue  # nor does it with the wind turned, which takes longer to find
        state = examine(site, size, demand, silent)
        if stands(state):
            return size, state
    raise no_size(rules)


def refuse_stem(site: Site, footing: Footing, rules: SpreadRules) -> None:
    """Refuse a stem that no width makes room for: it is longer than the length that is given.

    Raises:
        InvalidInput: It is.
    """
    widest = rules.maximum_width.value
    if footing.length_ft is not None and not fits(site, size := Size(widest, footing.length_ft)):
        raise refuse(size)


def no_size(rules: SpreadRules) -> NoAnswer:
    """The error for loads that no size within the pack's limit carries."""
    return NoAnswer(
        f"no spread footing up to {rules.maximum_width.value:g} ft wide stands",
        code="footing.no_size",
        hint="make it thicker or deeper, or use a pier",
        faults=[Fault("/footing", "no size within the pack's limit stands")],
    )


def stands(state: State) -> bool:
    """Whether nothing is asked for more than it has, rounding left out."""
    return max(state.ratios.values()) <= 1 + SAME


def sizes(site: Site, footing: Footing, rules: SpreadRules) -> Iterator[Size]:
    """Every size to be tried, from the smallest."""
    step, aspect = rules.plan_increment.value, footing.aspect_ratio or 1.0
    for number in range(2, int(rules.maximum_width.value / step) + 1):
        across = Known(ceil(aspect * number - SLACK) * step, SEARCHED)
        along = Known(number * step, SEARCHED)
        yield Size(along, along if site.shape == "round" else footing.length_ft or across)
