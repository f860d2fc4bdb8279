"""What the package is made of: the answers of one project, read as one, and who signs for them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.render import measures
from apex_cli.render.report.chapters import PRICE, chapters
from apex_cli.render.text import not_checked
from apex_cli.solvers.support.at_grade_tell import PIER, SLAB
from apex_cli.vocabulary import PARTS

Envelope = Mapping[str, Any]
NAMES = {"exposure": "Wind", "footing": "Foundation", "support": "Support", "pricing": "Price"}


ABSENT: Mapping[str | None, str] = {"pier": SLAB, "spread": PIER}
"""What is not checked as the foundation has no such part, by its type: no word on paper."""


CHECKED: Mapping[str, str] = {
    "strength of the cabinets, their connections and the poles": (
        "strength of the cabinets and their connections"
    ),
    "anchor rods and base plate": "the base plate, its weld and the anchor rods",
    "strength and reinforcement of the pier's concrete": PIER,
}
"""What wind and foundation leave to others, where the steel is checked: as the support tells it."""


class Signing(NamedTuple):
    """Who stands for the package, and when."""

    calculated_by: str = ""
    checked_by: str = ""
    date: str = ""


class ReportedAnswers:
    """One or more envelopes of one project, read as one answer.

    Args:
        envelopes: Answers without error, in the order exposure, footing, pricing, all.
    """

    def __init__(self, envelopes: Sequence[Envelope]) -> None:
        self.envelopes = tuple(envelopes)
        self.meta: Mapping[str, Any] = envelopes[0]["meta"]
        self.results: dict[str, Mapping[str, Any]] = {}
        self.inputs: dict[str, Any] = {}
        self.packs: dict[str, Mapping[str, Any]] = {}
        for envelope in envelopes:
            result, kind = envelope["result"], envelope["kind"]
            self.results.update(result if kind == "all" else {kind: result})
            self.packs.update(envelope["trace"]["pack_metadata"])
            for block, read in envelope["trace"]["inputs"].items():
                value = read
                old = self.inputs.get(block)
                if isinstance(old, Mapping) and isinstance(value, Mapping):
                    value = {**old, **value}
                self.inputs[block] = value
        self.checks = _once(item for one in envelopes for item in one["checks"])
        self.warnings = _once(item for one in envelopes for item in one["warnings"])
        self.assumptions = _once(item for one in envelopes for item in one["assumptions"])
        absent = ABSENT.get((self.results.get("footing") or {}).get("type"))
        limits = (limit for one in envelopes for limit in not_checked(one))
        checked = CHECKED if "support" in self.results else {}
        self.not_checked = _once(checked.get(limit, limit) for limit in limits if limit != absent)
        self.steps = _steps([one["trace"]["steps"] for one in envelopes])

    def without_prices(self, unsaid: Collection[str] = ()) -> None:
        """Leave out what only belongs to prices.

        Args:
            unsaid: Assumptions that the price book makes.
        """
        if "pricing" not in self.results:
            return
        self.results.pop("pricing")
        self.packs.pop("pricing", None)
        self.inputs.pop("pricing", None)
        self.steps = [step for chapter, step in chapters(self.steps) if chapter != PRICE]
        self.warnings = [item for item in self.warnings if not of_prices(item["code"])]
        self.assumptions = [
            words for words in self.assumptions if words not in unsaid and not _PRICES.match(words)
        ]

    @property
    def kinds(self) -> list[str]:
        """What was calculated, in the order of the work."""
        return [kind for kind in PARTS if kind in self.results]

    @property
    def units(self) -> measures.Measures:
        """The units that the whole package is in."""
        return measures.of(*self.results.values())


_PRICES = re.compile(r"One sign is priced|The price book |No region is given")
"""How the solver's own sentences on prices begin."""


def of_prices(code: str) -> bool:
    """Whether a warning's code is of prices."""
    return code.startswith("pricing.")


def _once(items: Iterator[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def _steps(traces: Sequence[list[Any]]) -> list[Any]:
    """The steps of all traces; one with which a longer one begins is not told twice."""
    told: list[Any] = []
    for trace in traces:
        if trace[: len(told)] == told:
            told = trace
        elif told[: len(trace)] != trace:
            told = [*told, *trace]
    return told
