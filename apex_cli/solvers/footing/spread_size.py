"""The size of a spread footing: the given one, else the smallest that stands."""

from collections.abc import Iterator
from math import ceil

from apex_cli.equations import SLACK, Bare
from apex_cli.errors import Fault, NoAnswer
from apex_cli.packs.footing import SpreadRules
from apex_cli.project.foundation import Footing
from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.spread_check import Site, Size, State, examine

SEARCHED = "search"


def find(site: Site, footing: Footing, rules: SpreadRules, demand: Demand) -> tuple[Size, State]:
    """The given size, else the smallest that passes, with how it stands."""
    silent = Bare()
    if footing.width_ft is not None:
        B = footing.width_ft
        across = B * (footing.aspect_ratio or 1.0)
        size = Size(B, footing.length_ft or (B if across == B else Known(across, SEARCHED)))
        return size, examine(site, size, demand, silent)
    for size in _sizes(footing, rules):
        state = examine(site, size, demand, silent)
        if max(state.ratios.values()) <= 1:
            return size, state
    raise NoAnswer(
        f"no spread footing up to {rules.maximum_width.value:g} ft wide stands",
        code="footing.no_size",
        hint="make it thicker or deeper, or use a pier",
        faults=[Fault("/footing", "no size within the pack's limit stands")],
    )


def _sizes(footing: Footing, rules: SpreadRules) -> Iterator[Size]:
    """Every size to be tried, from the smallest."""
    step, aspect = rules.plan_increment.value, footing.aspect_ratio or 1.0
    for number in range(2, int(rules.maximum_width.value / step) + 1):
        across = Known(ceil(aspect * number - SLACK) * step, SEARCHED)
        yield Size(Known(number * step, SEARCHED), footing.length_ft or across)
