"""Equations as cards, and the trace that calls them and writes them down.

An equation is a plain function with keyword-only, unit-annotated parameters named by the code's own
symbols. `@equation` files its card (symbol, printed text, clause) and returns it untouched.
`Trace` calls equations and records each step; `Bare` only calls them, for sweeps.
Modules of equations must not postpone the evaluation of annotations: the units are read from them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import call
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, ParamSpec, TypeVar

from apex_cli.quantities import Known, Unit

P = ParamSpec("P")
F = TypeVar("F", bound=Callable[..., float])

Severity = Literal["notice", "warning", "review"]


FREE = "geometry and statics"
"""What stands in the place of a clause for an equation that needs none."""


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What is printed of an equation; each is one of a kind.

    Args:
        name: The function's name, the key under which a pack may cite another clause.
        symbol: The symbol of its value, as the code writes it.
        text: The right-hand side; evaluated with the step's terms it gives the step's value.
        clause: Where the equation stands, when the pack does not say.
        unit: Unit of the value.
        units: Unit of every term.
    """

    name: str
    symbol: str
    text: str
    clause: str
    unit: str
    units: dict[str, str]


def equation(symbol: str, text: str, *, clause: str) -> Callable[[F], F]:
    """File a card for the function below and return the function untouched.

    Args:
        symbol: Symbol of the value.
        text: The printed right-hand side, in terms of the function's parameters and of
            ``min max sqrt exp log tan ceil floor pi``.
        clause: Where the equation stands.
    """

    def file(function: F) -> F:
        units = {name: _unit(hint) for name, hint in function.__annotations__.items()}
        unit = units.pop("return")
        card = Card(function.__name__, symbol, text, clause, unit, units)
        function.__dict__["card"] = card
        return function

    return file


def _unit(hint: Any) -> str:
    return next(item.symbol for item in hint.__metadata__ if isinstance(item, Unit))


def card_of(function: Callable[..., float]) -> Card:
    """The card filed for an equation."""
    card: Card = function.__dict__["card"]
    return card


class Step(NamedTuple):
    """One equation as it was used: its card, terms, value, clause and what it was about."""

    card: Card
    terms: Mapping[str, Any]
    value: float
    clause: str
    subject: str


_new_step, _new_known = tuple.__new__, float.__new__
"""Past the constructors, which take longer than most equations."""


class Check(NamedTuple):
    """A demand held against a capacity.

    Args:
        id: Stable name, ``pier.depth``.
        description: One sentence.
        demand: What is asked.
        capacity: What is there.
        unit: Unit of both.
        passed: Whether the demand is met.
        clause: Which clause asks.
    """

    id: str
    description: str
    demand: float
    capacity: float
    unit: str
    passed: bool
    clause: str


class Caution(NamedTuple):
    """A warning: notice, warning, or review (an engineer must look)."""

    code: str
    severity: Severity
    message: str
    clause: str


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
        if not clause or clause.startswith((self._standard, "IBC ")):
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

    def check(self, check: Check) -> None:
        """Keep a check."""
        self.checks.append(check)


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
        steps.append(_new_step(Step, (card, terms, value, self._citations[card], self.subject)))
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
