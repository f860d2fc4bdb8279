"""Joins the stations: project and packs in, envelope out. Wind feeds footing feeds price."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from apex_cli.envelope.build import Quote, build
from apex_cli.equations import Bare, Trace
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.run.parts import part_of
from apex_cli.run.prepare import Prepared, parts_of, prepare
from apex_cli.run.table import CALCULATIONS, Chain, beyond_measure
from apex_cli.vocabulary import (
    CalculationKind,
    JsonObject,
    PackKind,
    Part,
    Selection,
)


def run(
    kind: CalculationKind,
    document: JsonObject,
    catalogue: Catalogue,
    meta: Mapping[str, Any] | None = None,
    today: str | None = None,
    *,
    select: Selection | None = None,
    also: Collection[PackKind] = (),
) -> dict[str, Any]:
    """The envelope of one calculation on one project.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        document: The project as it was read, overrides applied.
        catalogue: The packs that can be seen.
        meta: What to put in the envelope's margin.
        today: As for `prepare`.
        select: As for `prepare`.
        also: As for `prepare`.

    Raises:
        ApexError: There is no answer.
    """
    return envelope_of(kind, prepare(kind, document, catalogue, today, select, also=also), meta)


def envelope_of(
    kind: CalculationKind,
    prepared: Prepared,
    meta: Mapping[str, Any] | None = None,
    *,
    stream: bool = False,
    quoted: Quote | None = None,
) -> dict[str, Any]:
    """The envelope of a calculation that is prepared; `stream` as for `build`.

    Raises:
        ApexError: There is no answer.
    """
    trace = Trace()
    found = solve(prepared, trace)
    accepted = {one.code: one for one in prepared.project.accepted or ()}
    _tell_unraised(accepted, prepared.order, trace)
    shown = {part: found[part] for part in parts_of(kind, prepared.inputs)}
    return build(
        kind,
        result=shown if kind == "all" else shown[kind],
        trace=trace,
        inputs=quoted or prepared.inputs,
        packs=prepared.packs,
        meta=meta,
        stream=stream,
        accepted=accepted,
    )


def _tell_unraised(accepted: Iterable[str], order: Iterable[Part], trace: Trace) -> None:
    """Tell which accepted warnings of these calculations did not come."""
    raised = {caution.code for caution in trace.cautions}
    if idle := [code for code in accepted if code not in raised and part_of(code) in order]:
        trace.warn(
            "accepted.not_raised",
            "notice",
            f"The project accepts warnings that do not come: {', '.join(idle)}.",
        )


def solve(prepared: Prepared, trace: Bare) -> dict[str, Any]:
    """The result of each calculation in order.

    Raises:
        NoAnswer: A calculation has none, or the numbers of project and packs are beyond measure.
    """
    project: Inputs = prepared.project
    choice = None
    if prepared.select is not None:
        from apex_cli.run.selections import choose  # noqa: PLC0415 - loaded when it is asked for

        choice = choose(prepared)
        project = choice.project
    chain = Chain(located(project) if trace.told else project, prepared.packs, trace, {})
    for part in prepared.order:
        pack = prepared.packs[part][0]
        trace.cite(pack.citations)
        trace.subject = ""
        try:
            chain.found[part] = CALCULATIONS[part].solve(chain)
        except NoAnswer as error:
            if choice is not None:
                choice.hint(error)
            if "pricing" in prepared.order and part != "pricing":
                from apex_cli.run.unpriced import tell_unpriced  # noqa: PLC0415 - only where there is no answer

                tell_unpriced(error, prepared)
            raise
        except (OverflowError, ZeroDivisionError) as error:
            raise beyond_measure(part) from error
        if choice is not None and part == "support":
            chain.found[part] = choice.told(chain.found[part], trace)
    return chain.found
