"""The project files that paths, folders and globs name."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from apex_cli import files
from apex_cli.errors import FileProblem
from apex_cli.project.form import FORMS
from apex_cli.project.text import MAX_BYTES


def files_of(paths: Iterable[str]) -> Iterator[str]:
    """The files that these paths, folders and globs name, each once, in a stable order.

    A folder is searched for ``*.json``, ``*.yaml`` and ``*.yml`` that are projects: those with a
    `schema_version` or a `project_id`, and JSON that cannot be read as JSON at all. What was
    named itself, or by a glob, is taken at its word.

    Raises:
        FileProblem: A path names nothing.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _expanded(path):
            if (key := os.path.realpath(file)) not in seen:
                seen.add(key)
                yield file


def _expanded(path: str) -> list[str]:
    if os.path.isdir(path):  # noqa: PTH112 - paths stay as the user wrote them
        every = (file for file in Path(path).rglob("*") if file.suffix in FORMS)
        found = sorted(str(file) for file in every if not _hidden(file, path))
        return [file for file in found if not _is_device(file) and _is_project(file)]
    if path == files.STDIN or os.path.lexists(path):
        return [path]
    if matched := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 - likewise
        return [file for match in matched for file in _expanded(match)]
    raise FileProblem(f"{path}: no such file, folder or pattern")


def _hidden(file: Path, top: str) -> bool:
    parts = file.relative_to(top).parts
    return any(part.startswith(".") or part == "node_modules" for part in parts)


def _is_device(file: str) -> bool:
    """Whether it is a pipe, a socket or a device: to read one may wait without end."""
    try:
        kind = stat.S_IFMT(os.stat(file).st_mode)  # noqa: PTH116 - likewise
    except OSError:
        return False  # told when it is read
    return kind not in {stat.S_IFREG, stat.S_IFDIR}


def _is_project(file: str) -> bool:
    """Whether a file in a searched folder says of itself that it is a project, rightly or not.

    One that cannot be read, or whose JSON is broken, may be a project that was damaged: it counts.
    YAML has many uses, and does so only if it says a project's own words: packs do not.
    """
    try:
        if files.is_yaml(file):
            return files.yaml_says_project(files.read(Path(file), MAX_BYTES))
        return files.says_project(files.read(Path(file), MAX_BYTES)) is not False
    except FileProblem:
        return True
