"""A quote as PDF, set by Typst as the package is: the layout reads what it says as data."""

from importlib.resources import files

from apex_cli.render.quote.model import Quote
from apex_cli.render.report.model import Paper
from apex_cli.render.report.pdf import compiled


def render(quote: Quote, signed_on: str = "", paper: Paper = Paper()) -> bytes:  # noqa: B008 - frozen
    """The PDF.

    Args:
        quote: What is said.
        signed_on: Date that the file's own data tell, YYYY-MM-DD.
        paper: What it is printed on.

    Raises:
        UsageError: Typst is not installed.
        InternalFault: Typst refuses the document.
    """
    layout = files("apex_cli.render.quote").joinpath("quote.typ").read_bytes()
    return compiled(layout, quote, signed_on, paper)
