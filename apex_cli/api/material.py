"""What signs are built of, and what their foundation could cost."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from apex_cli.answer import Answer
from apex_cli.api.projects import Path, Project, loaded
from apex_cli.audit import cheapest as founding
from apex_cli.audit.foundations import DIAMETERS_FT, THICKNESSES_FT
from apex_cli.clock import today
from apex_cli.envelope.build import build
from apex_cli.material import bill as billing
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import spelled
from apex_cli.project.overrides import overridden, refs_of
from apex_cli.run.margin import meta
from apex_cli.vocabulary import JsonObject, PackKind


def bom(
    projects: Project | Sequence[Project],
    *,
    sticks: Mapping[str, Sequence[float]] | None = None,
    waste_pct: float = 0.0,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> Answer:
    """What signs are built of: pieces of poles, plates, rods, concrete, bars, cabinets.

    Args:
        projects: A project, its path, or its JSON object; or many of them.
        sticks: Lengths (ft) in which ``pipe``, ``hss`` or a section is bought.
        waste_pct: Concrete ordered beyond what stays in place, per cent.
        overrides: Values to calculate with instead, in every project.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex bom`` prints: lines by project and in total, and how the pieces
        are cut. A project among many that has no answer is left out and says why.

    Raises:
        ApexError: The only project has no answer.
    """
    one = isinstance(projects, str | Mapping) or not isinstance(projects, Sequence)
    many: Any = [projects] if one else projects

    def reading(project: Project) -> JsonObject:
        return overridden(loaded(project).document, spelled(overrides), refs_of(packs))[0]

    said = [f"{name}={','.join(map(repr, lengths))}" for name, lengths in (sticks or {}).items()]
    found, _ = billing.bill(
        [(_path(project), partial(reading, project)) for project in many],
        Catalogue(packs_dir),
        billing.Wish(said, waste_pct),
    )
    return Answer(build("bom", result=found, exact=True, meta=meta()))


def _path(project: Any) -> str:
    """What a project is called where nothing else names it."""
    return "" if isinstance(project, Mapping) else str(getattr(project, "path", project) or "")


def cheapest(
    project: Project,
    *,
    diameters: Sequence[float] = DIAMETERS_FT,
    thicknesses: Sequence[float] = THICKNESSES_FT,
    two_poles: float | None = None,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
) -> Answer:
    """The foundations that pass, the cheapest first, beside the project's own.

    Args:
        project: A project, its path, or its JSON object.
        diameters: Of piers, ft.
        thicknesses: Of square footings, ft, where the project gives none.
        two_poles: Centre to centre of two poles in the place of one, ft; None: not tried.
        overrides: Values to calculate with instead.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex cheapest`` prints: what passes stands in
        ``result["candidates"]``, each with the overrides that give it.

    Raises:
        ApexError: The project asks for no foundation or no price, or is not valid.
    """
    read = loaded(project)
    document, applied = overridden(read.document, spelled(overrides), refs_of(packs))
    wish = founding.Wish(tuple(diameters), tuple(thicknesses), two_poles)
    found = founding.cheapest(document, Catalogue(packs_dir), wish, today())
    return Answer(build("cheapest", result=found, exact=True, meta=meta(read, document, applied)))
