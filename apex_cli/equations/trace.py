"""The trace that calls equations and writes them down, with checks, warnings and assumptions.

`Trace` records each step; `Bare` only calls the equations, for sweeps.
"""

from collections.abc import Callable, Mapping
from math import inf
from operator import call
from typing import TYPE_CHECKING, Any, ClassVar, Literal, ParamSpec

from msgspec import Struct

from apex_cli.equations.card import FREE, Card
from apex_cli.quantities import Known

P = ParamSpec("P")

Severity = Literal["notice", "warning", "review"]


class Step(Struct, frozen=True):
    """One equation as it was used: its card, terms, value, clause and what it was about."""

    card: Card
    terms: Mapping[str, Any]
    value: float
    clause: str
    subject: str


_new_known = float.__new__
"""Past the constructor, which takes longer than most equations."""


SLACK = 1e-6
"""What rounding may leave of an equality: feet of a length, a part of anything else."""


class Check(Struct, frozen=True):
    """A demand held against a capacity; `Bare.hold` makes it.

    Args:
        id: Stable name, ``pier.depth``.
        description: One sentence.
        demand: What is asked.
        capacity: What is there.
        unit: Unit of both.
        ratio: Demand over capacity; None where there is no capacity.
        passed: Whether the demand is met.
        clause: Which clause asks.
    """

    id: str
    description: str
    demand: float
    capacity: float
    unit: str
    ratio: float | None
    passed: bool
    clause: str

    @property
    def used(self) -> float:
        """The ratio; endless where there is no capacity."""
        return inf if self.ratio is None else self.ratio


class Caution(Struct, frozen=True):
    """A warning: notice, warning, or review (an engineer must look)."""

    code: str
    severity: Severity
    message: str
    clause: str


_OTHERS = ("IBC ", "AISC Design Guide ", "ASME ")
"""How clauses begin that name a document of their own."""


class Citations(dict[Card, str]):
    """Where the steps of a calculation stand: card to clause, each made out once.

    Args:
        standard: The standard that clauses belong to.
        clauses: Name of an equation to the clause that this edition has it in.
    """

    def __init__(self, standard: str, clauses: Mapping[str, str]) -> None:
        super().__init__()
        self._standard, self._clauses = standard, clauses

    def __missing__(self, card: Card) -> str:
        """The clause of an equation that is cited for the first time."""
        self[card] = self.cited(self._clauses.get(card.name, card.clause)) or FREE
        return self[card]

    def cited(self, clause: str) -> str:
        """The clause with its standard before it, unless it names the standard itself."""
        if not clause or clause.startswith((self._standard, *_OTHERS)):
            return clause
        return f"{self._standard} {clause}"


class Bare:
    """Calls equations and keeps only what decides: the checks.

    Args:
        told: Whether what is assumed and what is warned of is kept: a solver need not put it into
            words for nobody.
    """

    __slots__ = ("checks", "subject")

    told: ClassVar[bool] = False

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self.subject = ""

    if TYPE_CHECKING:

        def __call__(
            self, function: Callable[P, float], /, *args: P.args, **terms: P.kwargs
        ) -> float:
            """The value of the equation for these terms."""
    else:
        __call__ = staticmethod(call)  # nothing else: a sweep passes here ten times a point

    @staticmethod
    def known(value: float, _origin: str) -> float:
        """A number that was read or searched, for equations to come."""
        return value

    def cite(self, citations: Citations) -> None:
        """From here on the steps cite these clauses."""

    def assume(self, sentence: str) -> None:
        """Tell a default taken or an interpretation chosen."""

    def warn(self, code: str, severity: Severity, message: str, clause: str = "") -> None:
        """Tell something that lowers the confidence in the answer."""

    def aside(self) -> "Bare":
        """What calls equations beside what is written down."""
        return Bare()

    def met(self, demand: float, capacity: float) -> bool:
        """Whether a demand is no more than this."""
        return demand <= capacity

    def hold(
        self, name: str, what: str, *, demand: float, capacity: float, unit: str, clause: str
    ) -> Check:
        """Hold a demand against a capacity, of at least 0, and keep the check.

        Args:
            name: Stable name of the check.
            what: What holds if the demand is met, in one sentence.
            demand: What is asked; met also where it is `SLACK` more.
            capacity: What is there.
            unit: Unit of both.
            clause: Which clause asks.

        >>> check = Bare().hold("a", "A.", demand=3.0, capacity=2.0, unit="ft", clause="")
        >>> check.ratio, check.passed
        (1.5, False)
        """
        passed = self.met(demand, capacity + (SLACK if unit == "ft" else SLACK * capacity))
        ratio = demand / capacity if capacity else None
        check = Check(name, what, demand, capacity, unit, ratio, passed, clause)
        self.checks.append(check)
        return check


class Trace(Bare):
    """Calls equations and writes down every step, assumption, warning and check."""

    told = True

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.assumptions: list[str] = []
        self.cautions: list[Caution] = []
        self._citations = Citations("", {})

    def __call__(self, function: Callable[P, float], /, *args: P.args, **terms: P.kwargs) -> float:
        """The value of the equation, knowing the number of its step."""
        value = function(*args, **terms)
        card: Card = function.card  # type: ignore[attr-defined] # - filed by @equation
        steps = self.steps
        steps.append(Step(card, terms, value, self._citations[card], self.subject))
        found = _new_known(Known, value)
        found.origin, found.status = f"step {len(steps)}", None
        return found

    @staticmethod
    def known(value: float, origin: str) -> float:
        """A number that was read or searched, knowing where it comes from."""
        return Known(value, origin)

    def cite(self, citations: Citations) -> None:
        """From here on the steps cite these clauses."""
        self._citations = citations

    def assume(self, sentence: str) -> None:
        """Tell a default taken or an interpretation chosen; said once however often it is told."""
        if sentence not in self.assumptions:
            self.assumptions.append(sentence)

    def warn(self, code: str, severity: Severity, message: str, clause: str = "") -> None:
        """Tell something that lowers the confidence in the answer; told once."""
        caution = Caution(code, severity, message, self._citations.cited(clause))
        if caution not in self.cautions:
            self.cautions.append(caution)
