"""The package put together, and written in the format that a file's name asks for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath

from apex_cli.errors import InvalidInput, PackError, UsageError
from apex_cli.package.answers import Envelope
from apex_cli.package.widths import widths
from apex_cli.packs.catalogue import Catalogue, require_readable
from apex_cli.render.report import content
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import Wish, report
from apex_cli.render.report.model import Paper, Report

FORMATS = (".pdf", ".html", ".md", ".json")


def package(
    envelopes: Sequence[Envelope],
    signing: Signing,
    catalogue: Catalogue,
    wish: Wish = Wish(),  # noqa: B008 - frozen
    *,
    stored: bool = False,
) -> Report:
    """The report of these answers; in full also other widths of the foundation, tried.

    Args:
        envelopes: Answers of one project.
        signing: Who stands for them.
        catalogue: The packs that can be seen.
        wish: For whom it is, and how much of it.
        stored: Whether the answers were read from a file instead of just made.

    Raises:
        InvalidInput: A stored envelope lacks what an answer has.
    """
    with _fields(stored=stored):
        tried = widths(envelopes, catalogue) if wish.full else []
        return report(
            envelopes, signing, tried, wish._replace(unsaid=_of_prices(envelopes, catalogue))
        )


def drawn(envelopes: Sequence[Envelope], *, stored: bool = False) -> bytes:
    """The drawings of these answers as DXF.

    Args:
        envelopes: Answers of one project.
        stored: Whether the answers were read from a file instead of just made.

    Raises:
        InvalidInput: A stored envelope lacks what an answer has.
        UsageError: ezdxf is not installed.
    """
    from apex_cli.render import dxf  # noqa: PLC0415 - writers load when asked for

    with _fields(stored=stored):
        found = content.sheets(envelopes)
    return dxf.render(found.drawings, found.name, metric=found.metric)


@contextmanager
def _fields(*, stored: bool) -> Iterator[None]:
    """Where a stored envelope must have the fields of an answer."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        if not stored:
            raise
        raise InvalidInput(
            f"the envelope has its digest, but not the fields of an answer: {error!r}",
            code="envelope.invalid",
        ) from error


def _of_prices(envelopes: Sequence[Envelope], catalogue: Catalogue) -> frozenset[str]:
    """What the price books of the answers take for granted; nothing of one that is not at hand."""
    found: set[str] = set()
    for envelope in envelopes:
        book = envelope["trace"]["pack_metadata"].get("pricing")
        try:
            pack = catalogue.load("pricing", book["ref"])[0] if book else None
        except PackError as error:
            require_readable(error)
            continue
        found.update(getattr(pack, "assumptions", ()))
    return frozenset(found)


def written(
    made: Report,
    name: str,
    envelopes: Sequence[Envelope],
    signed_on: str,
    paper: Paper = Paper(),  # noqa: B008 - frozen
) -> bytes:
    """The package, or the answer itself, in the format that the file's name asks for.

    Raises:
        UsageError: The name has another ending, or PDF is asked for without Typst.
    """
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        from apex_cli.render.report import pdf  # noqa: PLC0415 - writers load when asked for

        return pdf.render(made, signed_on, paper)
    if ending == ".html":
        from apex_cli.render.report import html  # noqa: PLC0415 - loaded when it is used

        return html.render(made, paper.logo).encode("utf-8", "replace")
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
