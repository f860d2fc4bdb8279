"""One project, one answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.answer import Answer
from apex_cli.api.projects import Path, Project, loaded
from apex_cli.project.edit import spelled
from apex_cli.project.overrides import refs_of
from apex_cli.run.one import single
from apex_cli.vocabulary import CalculationKind, PackKind, Selection


def calculate(
    kind: CalculationKind,
    project: Project,
    *,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
    select: Selection | None = None,
) -> Answer:
    """The envelope of one calculation.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        project: A project, its path, or its JSON object.
        overrides: Values to calculate with instead, by their paths: ``site.wind_speed_mph``.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.
        select: ``section``, ``plate``, ``rods``, ``pier`` or ``slab`` for the lightest that pass,
            in ``result.lightest``.

    Returns:
        The same envelope as ``apex calc`` prints, with the same `content_sha256`.

    Raises:
        ApexError: There is no answer; the class and `problem_code` say why.

    >>> pier = {
    ...     "schema_version": 1,
    ...     "packs": {"footing": "ibc-2021_v1"},
    ...     "soil": {"class": 4},
    ...     "loads": {"lateral_lbf": 2500, "height_ft": 20, "axial_lbf": 3000, "level": "asd"},
    ...     "footing": {"type": "pier", "shape": "round", "width_ft": 3, "isolated_pole": True},
    ... }
    >>> answer = calculate("footing", pier, overrides={"footing.width_ft": 4})
    >>> answer.verdict, answer["result"]["width_ft"], answer["meta"]["overrides"]
    ('REVIEW', 4, {'footing.width_ft': 4})
    """
    settings, refs = spelled(overrides), refs_of(packs)
    return Answer(single(kind, loaded(project), settings, refs, packs_dir, select=select))
