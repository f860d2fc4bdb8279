"""A calculation on tape: what it did with some numbers, to be done again with others.

Solvers decide much and calculate little. A `Tape` is a trace through which they solve once with a
`Number` in the place of each float that will be another one: every step with it is written down,
and every comparison as a condition. Compiled, that does the same steps with other numbers, and
has no answer where a condition comes out otherwise: there the solver would go another way, and is
asked itself. So the algebra has one source, and the answer is that of the solver to the last bit.
"""

import operator
from collections.abc import Callable
from math import inf
from types import BuiltinFunctionType, FunctionType, NoneType
from typing import Any, NoReturn

from msgspec import Struct

from apex_cli.equations.trace import Bare

IN_TEXT = "\0"
"""What a number is in a text: nobody may read it in a result."""

HOLDS = (list, tuple, dict, Struct)
"""What numbers may stand in."""

_LITERAL = {float, int, bool, NoneType}
"""What is written as it is, a float by all its digits."""


_FUNCTIONS = {FunctionType, BuiltinFunctionType}

LONGEST = 3000
"""So many steps are a tape; compiling more takes longer than it is worth."""


class Untaped(Exception):
    """Something was done with a number that cannot be written down."""


class Written:
    """What was done with the numbers of a tape.

    Attributes:
        lines: It, as statements of Python.
        bound: What they name beside numbers.
        broken: Whether something was done that is not among them.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.bound: dict[str, Any] = {}
        self.broken = False
        self._known: dict[str, str] = {}
        self._names: dict[int, str] = {}

    def step(self, text: str, value: Any) -> "Number":
        """The number that a step gives; the same step is written once."""
        if text not in self._known:
            if len(self.lines) >= LONGEST:
                self.stop()
            self._known[text] = f"v{len(self._known)}"
            self.lines.append(f"{self._known[text]} = {text}")
        return Number(self, self._known[text], value)

    def condition(self, text: str, *, holds: bool) -> bool:
        """Whether it holds, as it must each time; the same condition is written once."""
        line = f"if {'not ' if holds else ''}({text}): return None"
        if line not in self._known:
            self._known[line] = ""
            self.lines.append(line)
        return holds

    def stop(self) -> NoReturn:
        """Say that what is done now is not written down.

        Raises:
            Untaped: Always; whoever goes on all the same is found out by `broken`.
        """
        self.broken = True
        raise Untaped

    def tried(self, function: Callable[..., Any], *args: Any, **terms: Any) -> Any:
        """What a function gives for these numbers; whether it fails is no condition."""
        try:
            return function(*map(_plain, args), **{n: _plain(one) for n, one in terms.items()})
        except Exception:
            self.broken = True
            raise

    def text(self, value: Any) -> str:
        """How a value is written: a number, and whatever is no literal, by its name."""
        if type(value) is Number:
            return value.name if value.written is self else self.stop()
        if type(value) in _LITERAL and abs(value or 0) < inf:
            return f"({value!r})"
        name = self._names.setdefault(id(value), f"k{len(self.bound)}")
        self.bound[name] = value  # which keeps it alive, and so its id its own
        return name


def _is_bare(function: Any) -> bool:
    """Whether it has no numbers but those that it is given."""
    return type(function) in _FUNCTIONS and not getattr(function, "__closure__", None)


def _plain(value: Any) -> Any:
    return value.value if type(value) is Number else value


def _step(text: str, function: Callable[..., Any]) -> Any:
    """A method that writes down a step."""

    def method(self: "Number", *others: Any) -> "Number":
        written = self.written
        value = written.tried(function, self, *others)
        return written.step(text.format(self.name, *map(written.text, others)), value)

    return method


def _condition(text: str, function: Callable[..., bool]) -> Any:
    """A method that writes down a condition."""

    def method(self: "Number", *others: Any) -> bool:
        written = self.written
        holds = written.tried(function, self, *others)
        return written.condition(text.format(self.name, *map(written.text, others)), holds=holds)

    return method


def _turned(function: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda right, left: function(left, right)


def _stopped(self: "Number", *_: object) -> NoReturn:
    self.written.stop()


class Number:
    """A number of a tape: it writes down what is done with it, or stops the tape.

    Args:
        written: Where to.
        name: What it is called there.
        value: What it is this time.
    """

    __slots__ = ("name", "value", "written")

    def __init__(self, written: Written, name: str, value: Any) -> None:
        self.written, self.name, self.value = written, name, value

    __add__, __radd__ = _step("{} + {}", operator.add), _step("{1} + {0}", _turned(operator.add))
    __sub__, __rsub__ = _step("{} - {}", operator.sub), _step("{1} - {0}", _turned(operator.sub))
    __mul__, __rmul__ = _step("{} * {}", operator.mul), _step("{1} * {0}", _turned(operator.mul))
    __truediv__ = _step("{} / {}", operator.truediv)
    __rtruediv__ = _step("{1} / {0}", _turned(operator.truediv))
    __pow__, __rpow__ = _step("{} ** {}", operator.pow), _step("{1} ** {0}", _turned(operator.pow))
    __neg__, __abs__ = _step("-{}", operator.neg), _step("abs({})", abs)
    __lt__, __le__ = _condition("{} < {}", operator.lt), _condition("{} <= {}", operator.le)
    __gt__, __ge__ = _condition("{} > {}", operator.gt), _condition("{} >= {}", operator.ge)
    __eq__, __ne__ = _condition("{} == {}", operator.eq), _condition("{} != {}", operator.ne)
    __bool__ = _condition("{}", bool)
    __hash__ = __float__ = __int__ = __index__ = __getattr__ = _stopped

    def __round__(self) -> "Number":
        return self.written.step(f"round({self.name})", self.written.tried(round, self))

    def __repr__(self) -> str:
        return IN_TEXT

    def __format__(self, _: str) -> str:
        return IN_TEXT


class Tape(Bare):
    """Calls equations, each of them one step, and keeps the checks.

    Whether a check passes is a number too: a tape goes on where it comes out otherwise, unless the
    solver asks.
    """

    __slots__ = ("written",)

    def __init__(self, written: Written | None = None) -> None:
        super().__init__()
        self.written = written or Written()

    def given(self, place: int, value: float) -> Number:
        """The number that will be given in this place, counted from 0."""
        return Number(self.written, f"x{place}", value)

    def __call__(self, function: Callable[..., Any], /, *args: Any, **terms: Any) -> Any:
        """The value of an equation, or of a search that is silent.

        It is one step where its numbers are all that it is given; else the numbers pass through it.
        """
        given = (*args, *terms.values())
        if not any(type(one) is Number for one in given):
            return function(*args, **terms)
        if not _is_bare(function) or any(isinstance(one, HOLDS) for one in given):
            return function(*args, **terms)
        written = self.written
        value = written.tried(function, *args, **terms)
        parts = [*map(written.text, args), *(f"{n}={written.text(it)}" for n, it in terms.items())]
        return written.step(f"{written.text(function)}({', '.join(parts)})", value)

    def aside(self) -> "Tape":
        """A tape of the same numbers, with checks of its own."""
        return Tape(self.written)

    def met(self, demand: Any, capacity: Any) -> Any:
        """Whether it is met, as a number: no condition is made of it."""
        text, value = self.written.text, _plain(demand) <= _plain(capacity)
        if type(demand) is Number or type(capacity) is Number:
            value = self.written.step(f"{text(demand)} <= {text(capacity)}", value)
        return value
