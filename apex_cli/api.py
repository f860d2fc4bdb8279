"""The Python API: the same answers, in the same envelopes, as the command line gives.

It raises the errors of `apex_cli.errors`, each with its `problem_code` and `faults`.
"""

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.audit.envelopes import MAX_BYTES, parse_envelope
from apex_cli.audit.verify import Verdict
from apex_cli.audit.verify import verify as _verify
from apex_cli.canonical import canonical
from apex_cli.errors import InvalidInput
from apex_cli.files import read_input
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.file import ProjectFile, parsed
from apex_cli.run.one import single
from apex_cli.vocabulary import CalculationKind, PackKind, Selection

__all__ = ["Document", "ProjectFile", "Verdict", "calculate", "load_project", "verify"]

Document = ProjectFile
"""The other name of `ProjectFile`."""

Path = str | os.PathLike[str]


def load_project(source: Path | Mapping[str, Any]) -> ProjectFile:
    """A project, from its file or from the JSON object itself.

    Args:
        source: Path of a project file, JSON or YAML, or the document.

    Returns:
        The document as it was read, with its etag and whether it is sealed.

    Raises:
        FileProblem: The file cannot be read.
        InvalidInput: It is not the JSON or YAML that a project file is.

    >>> load_project({"schema_version": 1, "name": "Main Street pylon"}).state
    'unsealed'
    """
    if isinstance(source, Mapping):
        try:
            return parsed("", canonical(dict(source)))
        except ValueError as error:
            raise InvalidInput(str(error), code="project.malformed") from error
    return store.load(source)


def calculate(
    kind: CalculationKind,
    project: ProjectFile | Path | Mapping[str, Any],
    *,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
    select: Selection | None = None,
) -> dict[str, Any]:
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
    >>> envelope = calculate("footing", pier, overrides={"footing.width_ft": 4})
    >>> envelope["result"]["width_ft"], envelope["meta"]["overrides"]
    (4, {'footing.width_ft': 4})
    """
    read = project if isinstance(project, ProjectFile) else load_project(project)
    settings = [f"{path}={json.dumps(value)}" for path, value in (overrides or {}).items()]
    refs = [f"{part}={ref}" for part, ref in (packs or {}).items()]
    return single(kind, read, settings, refs, packs_dir, select=select)


def verify(
    envelope: Mapping[str, Any] | Path, *, packs_dir: Iterable[Path] = (), replay: bool = True
) -> Verdict:
    """Recompute the digest of an envelope, and replay it from its own inputs and packs.

    Args:
        envelope: An envelope, or the path of its file.
        packs_dir: Folders to look for packs in before the bundled ones.
        replay: Whether to calculate again, or only to recompute the digest.

    Returns:
        What was found: `proved`, `outcome`, a sentence in `detail`, what was `altered`.

    Raises:
        FileProblem: The file cannot be read.
        InvalidInput: It is not an envelope.

    >>> answer = calculate("exposure", {
    ...     "schema_version": 1,
    ...     "packs": {"exposure": "asce7-22_v1"},
    ...     "site": {"wind_speed_mph": 115, "risk_category": "II", "exposure": "C", "kzt": 1,
    ...              "ground_elevation_ft": 0, "heights_ft": [15, 30]},
    ... })
    >>> verify(answer).outcome
    'identical'
    """
    if isinstance(envelope, Mapping):
        data = json.dumps(envelope).encode()
    else:
        data = read_input(os.fspath(envelope), MAX_BYTES)
    return _verify(parse_envelope(data), Catalogue(packs_dir), replay=replay)
