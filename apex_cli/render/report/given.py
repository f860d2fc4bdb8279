"""What was read, a line a block; cabinets and whatever else is many in tables."""

from collections.abc import Iterator, Mapping

from apex_cli.render.report.model import Block, Fact, Facts, Table
from apex_cli.render.report.records import fact, named, nested, tables
from apex_cli.vocabulary import JsonObject

Line = tuple[str, str]


def given(inputs: JsonObject) -> Iterator[Block]:
    """Every input.

    Args:
        inputs: What was read.
    """
    lines: list[Line] = []
    lists: list[Table] = []
    _read("", inputs, lines, lists)
    if lines:
        yield Facts(tuple(Fact(title or "Project", words) for title, words in lines))
    yield from lists


def _read(title: str, record: JsonObject, lines: list[Line], lists: list[Table]) -> None:
    """One block: its plain values in a line, then what is nested in it."""
    plain = {key: value for key, value in record.items() if not nested(value)}
    words = [
        _words(key, value, CALLED.get((title, key), ""))
        for key, value in plain.items()
        if value not in (None, [])
    ]
    if words:
        lines.append((title, "; ".join(words)))
    for key, value in record.items():
        name = f"{title}, {named(key).lower()}" if title else named(key)
        if isinstance(value, Mapping):
            _read(name, value, lines, lists)
        elif nested(value):
            lists += tables(value, name)


CALLED = {("Support, opening", "height_ft"): "middle above grade"}
"""Fields of one block whose own words would be those of another: of a hole, height twice."""


def _words(key: str, value: object, called: str) -> str:
    told = fact(key, value)
    name = called or (told.name if "_" in told.name else told.name[:1].lower() + told.name[1:])
    shown = told.value.replace("-", "−") if told.numeric else told.value
    return f"{name} {shown}{'' if told.unit == '°' else ' '}{told.unit}".rstrip()
