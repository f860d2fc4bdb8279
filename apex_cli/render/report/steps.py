"""Every step of the calculation as an equation with its numbers."""

from collections.abc import Iterator, Sequence

from apex_cli.render.formula import formula, name, symbol
from apex_cli.render.formula_text import line
from apex_cli.render.report.model import Block, Heading
from apex_cli.render.report.model_equations import Equation, Term
from apex_cli.render.text import number, printable, unit
from apex_cli.vocabulary import JsonObject


def equation(step: JsonObject) -> Equation:
    """One step."""
    terms = step["terms"]
    left, right = symbol(step["symbol"]), formula(step["text"])
    numbers = formula(step["text"], terms)
    value, shown = number(step["value"]), unit(step["unit"])
    text = f"{line(left)} = {line(right)}\n  = {line(numbers, '×')}\n  = {value} {shown}".rstrip()
    return Equation(
        step["n"], left, right, numbers, value, shown, printable(step["clause"]),
        tuple(
            Term(
                name(key),
                number(term["value"]),
                unit(term["unit"]),
                printable(term["origin"]),
                term.get("status") or "",
            )
            for key, term in terms.items()
        ),
        text,
    )  # fmt: skip


def blocks(steps: Sequence[JsonObject]) -> Iterator[Block]:
    """Steps under a heading for each thing they are about."""
    subject: str | None = None
    for step in steps:
        about = step.get("subject") or ""
        if about != subject:
            subject = about
            yield Heading(printable(about) or "General", 3)
        yield equation(step)
