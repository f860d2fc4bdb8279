"""The package as PDF: the report as data, the layout in `layout/`, set by Typst.

The file is PDF/UA-1: tagged and titled, with words for every figure and formula, so that a screen
reader can tell it. Nothing of the report becomes Typst's language: the layout reads it as JSON, so
that no text in it can be obeyed.
"""

import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import orjson

from apex_cli.errors import FileProblem, InternalFault, UsageError
from apex_cli.files import unless_installed
from apex_cli.render.report.model import Paper, Report

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""What the file says of its making when no date is given."""

# Letters that Libertinus Serif and DejaVu Sans Mono, the fonts inside Typst, can show: Latin,
# Greek, Cyrillic, Armenian, Hebrew, Arabic, punctuation, signs. Any other is told by its number.
_SEEN = (
    "\t\n\x20-\x7e\xa0-\u034e\u0374-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u03ce\u03f0-\u0477\u048c-\u04c4\u04c7-\u04cc\u04cf-\u04f9\u0531-\u0556"
    "\u0561-\u0587\u05b0-\u05c3\u05d0-\u05ea\u05f0-\u05f4\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d"
    "\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u1e00-\u1f15\u1f20-\u1f45\u1f80-\u1fb4\u2000-\u2027"
    "\u202f-\u2037\u2039-\u203f\u2044-\u204b\u2070\u2071\u2074-\u208e"
    "\u2090-\u209c\u20a0-\u20b5\u20bd\u20bf\u2100-\u2103\u2109\u2113\u2116\u2117\u2120\u2122\u2126\u212b\u2153-\u2184"
    "\u2190-\u222e\u2234-\u223d\u2241-\u226b\u2308-\u230b\u239b-\u23ae"
    "\u2460-\u2487\u24b6-\u262f\u2713\u2717\u27e8\u27e9"
)
_UNSEEN = re.compile(f"[^{_SEEN}]")


PARTS = ("theme", "formula", "tables", "families", "figures", "blocks", "sheet", "pages")
"""The files of the layout, in order."""


def render(report: Report, signed_on: str = "", paper: Paper = Paper()) -> bytes:  # noqa: B008 - frozen
    """The PDF.

    Args:
        report: The package.
        signed_on: Date that the file's own data tell, YYYY-MM-DD.
        paper: What it is printed on.

    Raises:
        UsageError: Typst is not installed.
        InternalFault: Typst refuses the document.
    """
    folder = files("apex_cli.render.report").joinpath("layout")
    layout = b"\n".join(folder.joinpath(f"{part}.typ").read_bytes() for part in PARTS)
    return compiled(layout, report, signed_on, paper)


def compiled(layout: bytes, told: Any, signed_on: str, paper: Paper) -> bytes:
    """The PDF of a layout that reads what it tells as the input `report`.

    Args:
        layout: In Typst's language.
        told: What is told: dataclasses.
        signed_on: Date that the file's own data tell, YYYY-MM-DD.
        paper: What it is printed on.

    Raises:
        UsageError: Typst is not installed, or cannot draw the logo.
        InternalFault: Typst refuses the document.
        FileProblem: The system refuses something.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, loaded only for PDF
    except ImportError as error:
        missing = UsageError(
            "PDF needs the extra 'report', which is not installed",
            code="report.no_typst",
            hint="pip install 'apex-sign-calculator[report]'; HTML and Markdown work without it",
        )
        raise unless_installed("typst", error, missing) from error
    data = orjson.dumps(told).decode("utf-8")
    try:
        made: Any = typst.compile(
            layout,
            sys_inputs={
                "report": shown(data),
                "paper": {"letter": "us-letter"}.get(paper.size, paper.size),
                "logo": str([*paper.logo]),
            },
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            timestamp=_moment(signed_on),
        )
    except typst.TypstError as error:
        if paper.logo and re.search("image|SVG", error.message):
            raise UsageError(
                f"the logo cannot be drawn: {error.message}",
                code="report.logo",
                hint="save it anew as a plain SVG or a PNG",
            ) from error
        raise InternalFault(f"Typst refuses the document: {error.message}") from error
    except RuntimeError as error:
        if "(os error " in str(error):  # as Rust tells what the system refused
            raise FileProblem(f"the PDF cannot be made: {error}") from error
        raise
    return bytes(made)


def _moment(date: str) -> datetime:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return EPOCH


def shown(text: str) -> str:
    r"""Text whose letters are all in the fonts; the others are told by their number.

    >>> shown("ok ✓ \U0001f600")
    'ok ✓ ⟨U+1F600⟩'
    """
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
