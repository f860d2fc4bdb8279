"""Pages of help: what a command or a topic has to say, for a terminal and for `man`."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, NamedTuple, Self

NARROW = 60
"""Below so many columns what is told of a word stands under it."""
TERM = 26
"""A longer word has what is told of it on the next line."""


class Section(NamedTuple):
    """A part of a page under its heading.

    Args:
        title: The heading.
        rows: Words, each with what is told of it.
        lines: Lines that stand as they are, such as command lines.
        text: Paragraphs.
    """

    title: str
    rows: Sequence[tuple[str, str]] = ()
    lines: Sequence[str] = ()
    text: Sequence[str] = ()


class Page(NamedTuple):
    """A page of help.

    Args:
        name: As in ``apex calc``.
        brief: What it is, in a sentence.
        usage: The form of its command line; none of a topic.
        sections: Its parts, in order.
    """

    name: str
    brief: str
    usage: str
    sections: Sequence[Section]

    @property
    def record(self) -> dict[str, object]:
        """The page as JSON."""
        return {
            "name": self.name,
            "brief": self.brief,
            "sections": [
                {**section._asdict(), "rows": [{"word": w, "means": m} for w, m in section.rows]}
                for section in self.sections
            ],
        }

    @classmethod
    def of(cls, record: Any) -> Self:
        """The page in a record."""
        sections = [
            Section(**{**part, "rows": [(row["word"], row["means"]) for row in part["rows"]]})
            for part in record["sections"]
        ]
        return cls(record["name"], record["brief"], "", sections)


def text(page: Page, width: int) -> str:
    """The page for a terminal of so many columns."""
    lines = []
    if page.usage:
        lines += wrap(f"Usage: {page.usage}", width, subsequent_indent="         ",
                      break_on_hyphens=False)  # fmt: skip
        lines.append("")
    lines += wrap(page.brief, width)
    for section in page.sections:
        lines += ["", f"{section.title}:"]
        for paragraph in section.text:
            lines += wrap(paragraph, width, initial_indent="  ", subsequent_indent="  ")
        lines += [f"  {line}" for line in section.lines]
        lines += _rows(section.rows, width)
    return "\n".join(lines).replace(TOGETHER, " ") + "\n"


def topic(record: Any, width: int) -> str:
    """A page that was told as JSON, for a terminal of so many columns."""
    return text(Page.of(record), width)


TOGETHER = "\u00a0"
"""Stands between words of which no line is broken."""


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Words in one column, what is told of them in another."""
    short = [len(word) for word, _ in rows if len(word) <= TERM]
    column = max(short, default=TERM) + 4 if width >= NARROW else 6
    for word, means in rows:
        lines = wrap(means, max(width - column, 20), break_on_hyphens=False)
        if len(word) + 4 <= column and lines:
            yield f"  {word}".ljust(column) + lines.pop(0)
        else:
            yield f"  {word}"
        yield from (" " * column + line for line in lines)


def roff(page: Page, version: str, commands: Sequence[tuple[Page, str]] = ()) -> str:
    """The page for `man`.

    Args:
        page: The page.
        version: Of the program, for the foot.
        commands: Pages that stand in the same one, each with the heading it has there.
    """
    name = page.name.replace(" ", "-")
    lines = [
        r".\" Written from the tables of commands; do not edit.",
        f'.TH {name.upper()} 1 "" "apex {version}" "apex"',
        ".ad l",
        ".SH NAME",
        f"{_roff(name)} \\- {_roff(page.brief.rstrip('.'))}",
        *_page(page),
    ]
    for one, heading in commands:
        lines += [f".SH {_roff(heading.upper())}", _roff(one.brief), *_page(one, ".SS")]
    if page.name != "apex":
        lines += [".SH SEE ALSO", ".BR apex (1)"]
    return "\n".join(lines) + "\n"


def _page(page: Page, macro: str = ".SH") -> Iterator[str]:
    if page.usage:
        yield from ((".SH SYNOPSIS",) if macro == ".SH" else (".PP",))
        yield f".B {_roff(page.usage)}"
    for section in page.sections:
        yield f"{macro} {_roff(section.title if macro == '.SS' else section.title.upper())}"
        for paragraph in section.text:
            yield from (".PP", _roff(paragraph))
        if section.lines:
            yield from (".nf", *map(_roff, section.lines), ".fi")
        for word, means in section.rows:
            yield from (".TP", f".B {_roff(word)}", _roff(means))


def _roff(words: str) -> str:
    r"""Text in which nothing is a command of roff's.

    >>> _roff("--set 'a' .x"), _roff(".x")
    ("\\-\\-set 'a' .x", '\\&.x')
    """
    marks: dict[str, str | int | None] = {"\\": "\\e", "-": "\\-", "|": "|\\:", TOGETHER: "\\ "}
    safe = words.translate(str.maketrans(marks))
    return f"\\&{safe}" if safe[:1] in {".", "'"} else safe
