"""An envelope in Python: the dict that the command line prints, with ways to its parts."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import Any, get_args

from apex_cli.envelope.verdict import Verdict, verdict
from apex_cli.errors import UsageError
from apex_cli.render.brief import brief
from apex_cli.render.text import number, printable
from apex_cli.vocabulary import CalculationKind

SHOWN = 50
"""How many rows of a table a notebook shows."""

Rows = Sequence[Mapping[str, Any]]
_LISTS = {"limits": "limits", "bom": "total", "cheapest": "candidates"}
"""The key of a result that holds its table, by kind."""


class Answer(dict[str, Any]):
    """An envelope, as ``apex … --format json`` prints it; see docs/python-api.md."""

    @property
    def kind(self) -> str:
        """What was asked: a calculation, or ``sweep``, ``compare``, ``diff``."""
        return str(self["kind"])

    @property
    def verdict(self) -> Verdict | None:
        """PASS, REVIEW, FAIL or NO ANSWER; None of what is no calculation, such as a sweep."""
        calculation = self.kind in get_args(CalculationKind) or self["error"]
        return verdict(self) if calculation else None

    @property
    def result(self) -> Any:
        """What was found; None where there is no answer."""
        return self["result"]

    @property
    def checks(self) -> list[dict[str, Any]]:
        """Each check, with demand, capacity, ratio and clause."""
        return list(self["checks"])

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """What an engineer should know of it."""
        return list(self["warnings"])

    @property
    def error(self) -> Mapping[str, Any] | None:
        """Why there is no answer, if there is none."""
        found: Mapping[str, Any] | None = self["error"]
        return found

    @property
    def brief(self) -> str:
        """The answer in one line."""
        if self.verdict is None:
            return f"{self.kind}: {len(self.rows())} rows"
        return brief(self)

    def rows(self) -> list[dict[str, Any]]:
        """The table of it: the points of a sweep, cases, limits, else the checks."""
        found = self["result"] or {}
        if self.kind == "sweep":
            return [{**row["values"], **_without(row, "values")} for row in found["rows"]]
        if self.kind == "compare":
            heads = ("overrides", "headline", "first_step", "error", "failed_checks")
            return [{**_without(row, *heads), **row["headline"]} for row in found["cases"]]
        if self.kind in _LISTS:
            return list(found[_LISTS[self.kind]])
        if self.kind == "diff":
            return list(found["summary"]["headline"])
        return self.checks

    def to_frame(self) -> Any:
        """`rows` as a pandas DataFrame.

        Raises:
            UsageError: pandas is not installed.
        """
        return frame(self.rows())

    def _repr_html_(self) -> str:
        """A small table for notebooks: whose answer it is, its line, and `rows`."""
        project = self["meta"].get("project") or {}
        name = project.get("name") or project.get("id")
        title = f"{self.kind}, {name}: {self.brief}" if name else self.brief
        return table(title, self.rows())


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def frame(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows as a pandas DataFrame.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        pandas: Any = import_module("pandas")
    except ImportError as error:
        raise UsageError("to_frame needs pandas", hint="pip install pandas") from error
    return pandas.DataFrame(list(rows))


def table(title: str, rows: Rows) -> str:
    """Rows as HTML, whatever their texts hold.

    >>> table("<b>", [{"a": 1, "b": None}])
    '<table><caption>&lt;b&gt;</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>-</td></tr></table>'
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [f"<caption>{_cell(title)}</caption>"]
    if names:
        lines.append("".join(f"<th>{_cell(name)}</th>" for name in names))
    lines += ["".join(f"<td>{_cell(row.get(name))}</td>" for name in names) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f'<td colspan="{len(names)}">and {len(rows) - SHOWN} more</td>')
    head, *others = lines
    return f"<table>{head}{''.join(f'<tr>{line}</tr>' for line in others)}</table>"


def _cell(value: Any) -> str:
    return escape(printable(number(value)))
