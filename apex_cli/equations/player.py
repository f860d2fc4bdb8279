"""What makes a result again: the statements of a tape, and those that put the result together."""

from collections.abc import Callable
from decimal import Decimal
from types import NoneType
from typing import Any

from msgspec import Struct

from apex_cli.equations.tape import HOLDS, IN_TEXT, Number, Tape, Written

Player = Callable[..., Any]
"""Makes the result of the numbers that are given; None where a condition does not hold."""

_MADE = "rvx"
"""How the names of numbers begin, and of what is made of them."""

_PLAIN = (Number, float, int, str, Decimal, NoneType)
_SEQUENCES: dict[type, str] = {list: "[{}]", tuple: "({},)"}


def player(tape: Tape, lines: int, places: int, result: Any) -> Player:
    """What makes a result again.

    Args:
        tape: What it was made with.
        lines: So many lines of the tape lead to it.
        places: How many numbers are given.
        result: Made of records, lists, tuples and dicts.

    Raises:
        Untaped: A number is part of a text in it, or of something that cannot be made again.
    """
    written = tape.written
    maker = _Maker(written, written.lines[:lines])
    last = f"return {maker.text(result)}"
    given = ", ".join(f"x{place}" for place in range(places))
    text = "\n ".join([f"def play({given}):", *maker.lines, last])
    exec(compile(text, "<tape>", "exec"), written.bound)  # noqa: S102 - names and numbers, written above
    made: Player = written.bound["play"]
    return made


class _Maker:
    """How a result is made of numbers.

    Attributes:
        lines: The statements that make it.
    """

    def __init__(self, written: Written, lines: list[str]) -> None:
        self.lines = lines
        self._written = written
        self._done: dict[int, str] = {}

    def text(self, value: Any) -> str:
        """How a value is written; what holds numbers is made before."""
        if not isinstance(value, HOLDS):
            if not isinstance(value, _PLAIN) or (isinstance(value, str) and IN_TEXT in value):
                self._written.stop()
            return self._written.text(value)
        if id(value) not in self._done:
            self._done[id(value)] = self._made(value)
        return self._done[id(value)]

    def _made(self, value: Any) -> str:
        called = self._written.text
        if isinstance(value, Struct):
            whole = f"{called(type(value))}({{}})"
            items = [(f"{name}=", getattr(value, name)) for name in value.__struct_fields__]
        elif isinstance(value, dict):
            whole = "{{{}}}"
            items = [(f"{self.text(key)}: ", item) for key, item in value.items()]
        else:
            whole = _SEQUENCES.get(type(value)) or f"{called(type(value))}({{}})"
            items = [("", item) for item in value]
        texts = [self.text(item) for _, item in items]
        if not any(text[0] in _MADE for text in texts):
            return called(value)
        if hasattr(value, "__post_init__"):  # it judges what it is given
            self._written.stop()
        parts = [before + text for (before, _), text in zip(items, texts, strict=True)]
        name = f"r{len(self.lines)}"
        self.lines.append(f"{name} = {whole.format(', '.join(parts))}")
        return name
