"""The package put together, and written in the format that a file's name asks for."""

from collections.abc import Sequence
from pathlib import PurePath

from apex_cli.errors import InvalidInput, UsageError
from apex_cli.package.answers import Envelope
from apex_cli.package.widths import widths
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import report
from apex_cli.render.report.model import Report

FORMATS = (".pdf", ".html", ".md", ".json")


def package(
    envelopes: Sequence[Envelope], signing: Signing, catalogue: Catalogue, *, stored: bool = False
) -> Report:
    """The report of these answers, other widths of the foundation tried.

    Args:
        envelopes: Answers of one project.
        signing: Who stands for them.
        catalogue: The packs that can be seen.
        stored: Whether the answers were read from a file instead of just made.

    Raises:
        InvalidInput: A stored envelope lacks what an answer has.
    """
    try:
        return report(envelopes, signing, widths(envelopes, catalogue))
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        if not stored:
            raise
        raise InvalidInput(
            f"the envelope has its digest, but not the fields of an answer: {error!r}",
            code="envelope.invalid",
        ) from error


def written(made: Report, name: str, envelopes: Sequence[Envelope], signed_on: str) -> bytes:
    """The package, or the answer itself, in the format that the file's name asks for.

    Raises:
        UsageError: The name has another ending, or PDF is asked for without Typst.
    """
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        from apex_cli.render.report import pdf  # noqa: PLC0415 - writers load when asked for

        return pdf.render(made, signed_on)
    if ending == ".html":
        from apex_cli.render.report import html  # noqa: PLC0415 - loaded when it is used

        return html.render(made).encode("utf-8", "replace")
    if ending == ".md":
        from apex_cli.render.report import markdown  # noqa: PLC0415 - loaded when it is used

        return markdown.render(made).encode("utf-8", "replace")
    if ending == ".json":
        from apex_cli.render import json  # noqa: PLC0415 - loaded when it is used

        write = json.pretty if len(envelopes) == 1 else json.line
        return b"".join(map(write, envelopes))
    raise UsageError(
        f"{name}: a package is written as {', '.join(FORMATS)}",
        code="report.unknown_format",
        hint="choose the format by the ending of the file's name",
    )
