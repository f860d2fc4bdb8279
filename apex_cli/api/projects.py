"""Project files: loaded with their etag, and written onto what was loaded and nothing else."""

import os
from collections.abc import Mapping
from typing import Any

from apex_cli.canonical import canonical
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.project import lifecycle, store
from apex_cli.project.edit import PROTECTED
from apex_cli.project.file import SEALING, ProjectFile, parsed

Document = ProjectFile
"""The other name of `ProjectFile`."""

Path = str | os.PathLike[str]
Project = ProjectFile | Path | Mapping[str, Any]
"""A project: as it was loaded, its path, or its JSON object."""


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


def loaded(project: Project) -> ProjectFile:
    """The project, loaded if it is not yet."""
    return project if isinstance(project, ProjectFile) else load_project(project)


def save_project(
    path: Path, project: ProjectFile | Mapping[str, Any], *, etag: str | None = None
) -> ProjectFile:
    """Write a project file: a new one, or onto the one that was loaded.

    Args:
        path: The file; a name that ends in .yaml makes YAML, and YAML keeps its comments.
        project: What is to stand in it. Revision, time and seal are the store's own.
        etag: The etag of the file as it was loaded; None for a new file.

    Returns:
        The file as it stands now, sealed, with its new etag.

    Raises:
        EtagMismatch: Somebody else has changed the file meanwhile (412).
        Conflict: A new file exists already; or it was edited by hand, or submitted.
        UsageError: What is not set by hand is another: the status, the lock.
        InvalidInput: The project is not valid.
        FileProblem: It cannot be written; the old file is whole.
    """
    wanted = loaded(project).document
    if etag is None:
        return store.create(path, wanted).after

    def edit(there: dict[str, Any]) -> dict[str, Any]:
        lifecycle.require_open(there)
        for name, writer in PROTECTED.items():
            if name not in SEALING and wanted.get(name) != there.get(name):
                raise UsageError(
                    f"{name} is not set by hand", code="usage.protected_field", hint=writer
                )
        seals = {name: there[name] for name in SEALING if name in there}
        return {**{key: item for key, item in wanted.items() if key not in SEALING}, **seals}

    return store.change(path, edit, if_match=etag).after
