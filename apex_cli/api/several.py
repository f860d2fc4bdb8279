"""One project, many answers: under several cases, up to its limits, over ranges."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.answer import Answer
from apex_cli.api.projects import Path, Project, loaded
from apex_cli.audit import cases as comparing
from apex_cli.audit import limits as limiting
from apex_cli.batch import sweep as sweeping
from apex_cli.batch.axes import Axis, axis
from apex_cli.clock import today
from apex_cli.envelope.build import build
from apex_cli.envelope.numbers import as_read
from apex_cli.errors import UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import assignment, spelled
from apex_cli.project.overrides import refs_of
from apex_cli.run.one import asked
from apex_cli.vocabulary import CalculationKind, PackKind


def compare(
    project: Project,
    cases: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    editions: bool = False,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> Answer:
    """One sign under several cases, side by side.

    Args:
        project: A project, its path, or its JSON object.
        cases: By name what each calculates with instead, by paths.
        editions: Whether each edition of the codes is a case too.
        overrides: Values to calculate with instead in every case.
        packs: Packs to use instead in every case: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex compare`` prints: the cases stand in ``result["cases"]``.

    Raises:
        UsageError: There is nothing to compare with.
        InvalidInput: The project asks for no calculation.
    """
    document, margin = asked(loaded(project), spelled(overrides), refs_of(packs))
    catalogue = Catalogue(packs_dir)
    given = [
        comparing.Case(name, tuple(map(assignment, spelled(changes))))
        for name, changes in (cases or {}).items()
    ]
    if editions:
        given += comparing.editions(document, catalogue)
    found = comparing.compared(document, given, catalogue, today())
    return Answer(build("compare", result=found, exact=True, meta=margin))


def limits(
    project: Project,
    paths: Iterable[str] = (),
    *,
    free: bool = False,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> Answer:
    """How far each number may move, alone, before a check flips, and which choices pass.

    Args:
        project: A project, its path, or its JSON object.
        paths: Numbers, choices or blocks of them; none: all that is read.
        free: Whether sizes that the project leaves open are solved again for each value.
        overrides: Values to calculate with instead.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex limits`` prints: numbers stand in ``result["limits"]``, the
        nearest to its end first.

    Raises:
        UsageError: A path leads to nothing that moves.
        ApexError: There is no answer.
    """
    document, margin = asked(loaded(project), spelled(overrides), refs_of(packs))
    found = limiting.limits(document, Catalogue(packs_dir), tuple(paths), free=free)
    return Answer(limiting.envelope(found, margin))


def sweep(
    kind: CalculationKind,
    project: Project,
    vary: Mapping[str, str | Iterable[Any]],
    *,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> Answer:
    """One project over ranges of its values, the cheapest that passes marked.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        project: A project, its path, or its JSON object.
        vary: By path the values to try: a list of them, or ``"2:4:0.5"`` or ``"B,C"``.
        overrides: Values to calculate with instead at every point.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex sweep`` prints: points stand in ``result["rows"]``, the index of
        the cheapest in ``result["cheapest"]``.

    Raises:
        UsageError: A path leads nowhere, or to what the calculation does not read.
        ApexError: There is no answer at any point.
    """
    document, margin = asked(loaded(project), spelled(overrides), refs_of(packs))
    axes = tuple(_axis(path, values) for path, values in vary.items())
    found = sweeping.sweep(kind, document, axes, Catalogue(packs_dir), today())
    result = sweeping.told(kind, axes, found)
    return Answer(build("sweep", result=result, exact=True, meta=margin, **sweeping.beside(found)))


def _axis(path: str, values: str | Iterable[Any]) -> Axis:
    if isinstance(values, str):
        return axis(f"{path}={values}")
    found = tuple(map(as_read, values))
    if not found:
        raise UsageError(f"{path} is varied over no value")
    return Axis(path, assignment(f"{path}=0").parts, found)
