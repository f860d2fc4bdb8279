"""Many projects at once, for programs: the answers of `apex batch` as a list."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from apex_cli.answer import Answer, frame, table
from apex_cli.batch import sources
from apex_cli.batch.calculator import Job
from apex_cli.batch.item import Item, chunks
from apex_cli.batch.pool import parallel
from apex_cli.canonical import canonical
from apex_cli.clock import today
from apex_cli.envelope.headline import headline
from apex_cli.errors import InvalidInput
from apex_cli.project.edit import spelled
from apex_cli.project.file import ProjectFile
from apex_cli.project.overrides import overridden, refs_of
from apex_cli.vocabulary import CalculationKind, PackKind

Path = str | os.PathLike[str]
Project = ProjectFile | Path | Mapping[str, Any]


class Answers(list[Answer]):
    """Answers in the order of what was asked; one with an `error` stands for what has none."""

    @property
    def failed(self) -> "Answers":
        """Those that have no answer."""
        return Answers(one for one in self if one.error)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each: which project, its verdict, why it has no answer, its first numbers."""
        return [_row(one) for one in self]

    def to_frame(self) -> Any:
        """`rows` as a pandas DataFrame.

        Raises:
            UsageError: pandas is not installed.
        """
        return frame(self.rows())

    def _repr_html_(self) -> str:
        """A small table for notebooks."""
        return table(f"{len(self)} answers", self.rows())


def _row(answer: Answer) -> dict[str, Any]:
    meta, error = answer["meta"], answer.error
    return {
        "source": meta["source"],
        "line": meta["line"],
        **{name: meta["project"][name] for name in ("id", "name", "site")},
        "verdict": answer.verdict,
        "error": error and error["detail"],
        **headline(answer.kind, answer.result or {}),
    }


def batch(
    kind: CalculationKind,
    projects: Iterable[Project],
    *,
    overrides: Mapping[str, Any] | None = None,
    packs: Mapping[PackKind, str] | None = None,
    packs_dir: Iterable[Path] = (),
    jobs: int = 1,
) -> Answers:
    """Calculate many projects; what fails is an answer with an error, and stops no other.

    Args:
        kind: ``exposure``, ``footing``, ``support``, ``pricing`` or ``all``.
        projects: Projects, their JSON objects, or paths: files, folders, globs, JSON Lines, tables.
        overrides: Values to calculate with instead, by their paths, in every project.
        packs: Packs to use instead: kind to reference.
        packs_dir: Folders to look for packs in before the bundled ones.
        jobs: Processes.

    Returns:
        The envelopes that ``apex batch`` writes, in the same order. It holds them all: for streams
        without an end there is the command.

    Raises:
        UsageError: What is wrong for all of them, such as a path of an override.
        PackError: A folder of packs does not exist.
    """
    job = Job(
        kind=kind,
        folders=tuple(os.path.abspath(folder) for folder in packs_dir),  # noqa: PTH100 - as written
        settings=tuple(spelled(overrides)),
        packs=tuple(refs_of(packs)),
        today=today(),
    )
    overridden({}, job.settings, job.packs)  # what is wrong for all is said once
    done = parallel(job, chunks(_items(projects)), jobs)
    return Answers(Answer(orjson.loads(line)) for part in done for line in part.lines.splitlines())


def _items(projects: Iterable[Project]) -> Iterator[Item]:
    for n, project in enumerate(projects, 1):
        if isinstance(project, ProjectFile):
            yield Item(project.path, None, project.data)
        elif isinstance(project, Mapping):
            try:
                yield Item("-", n, canonical(dict(project)))
            except ValueError as error:
                yield Item("-", n, b"", InvalidInput(str(error), code="project.malformed"))
        else:
            yield from sources.items([os.fspath(project)], None, "auto")
