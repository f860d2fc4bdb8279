"""Project files held to their own word: valid, sealed, packs present, lock kept, checks passed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from apex_cli.audit.kept import differences
from apex_cli.audit.locked import Answers, attempts
from apex_cli.audit.names import strangers
from apex_cli.clock import today
from apex_cli.errors import ApexError, Conflict, Fault, VerificationFailed
from apex_cli.exits import CHECK_FAILED
from apex_cli.files import shown, unforeseen
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.file import ProjectFile, parsed
from apex_cli.project.places import Places
from apex_cli.project.reader import validate
from apex_cli.render.check import sentence as summarized
from apex_cli.render.text import accepted
from apex_cli.vocabulary import PackKind


class Finding(NamedTuple):
    """One thing to say of a file.

    Args:
        code: Stable name.
        severity: ``error``, ``warning`` or ``notice``.
        message: One sentence.
        pointer: JSON Pointer into the project, or empty.
        hint: How to mend it.
        exit_code: What it makes of the exit code.
        line: Where it stands in the file, from 1; None where it stands nowhere in particular.
        column: From 1, in UTF-16 code units, as SARIF counts.
        end_column: Behind the last letter on this line.
    """

    code: str
    severity: str
    message: str
    pointer: str = ""
    hint: str = ""
    exit_code: int = 0
    line: int | None = None
    column: int | None = None
    end_column: int | None = None


class Row(NamedTuple):
    """A project file and what was found."""

    path: str
    project_id: str
    findings: tuple[Finding, ...]
    answers: dict[str, str]

    @property
    def exit_code(self) -> int:
        """The worst exit code of the findings."""
        return worst(finding.exit_code for finding in self.findings)

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return self.exit_code == 0

    @property
    def record(self) -> dict[str, Any]:
        """The row as JSON."""
        return {
            "path": shown(self.path),
            "project_id": self.project_id or None,
            "passed": self.passed,
            "exit_code": self.exit_code,
            "findings": [finding._asdict() for finding in self.findings],
            "answers": self.answers,
        }


def worst(codes: Iterable[int]) -> int:
    """The exit code that matters most: any fault outranks a failed check, which outranks 0."""
    return max(codes, default=0)


def checked(files: Iterable[str], catalogue: Catalogue, *, strict: bool = False) -> dict[str, Any]:
    """Check project files: how they stand in words, counted, and a row for each."""
    rows = [check(file, catalogue, strict=strict) for file in files]
    records = [row.record for row in rows]
    return {
        "summary": summarized(records),
        "files": len(rows),
        "passed": sum(row.passed for row in rows),
        "exit_code": worst(row.exit_code for row in rows),
        "rows": records,
    }


def check(path: str, catalogue: Catalogue, *, strict: bool = False) -> Row:
    """Check one project file; whatever is wrong is a finding, nothing is raised."""
    data = b""
    try:
        data = store.read(path)
        document = parsed(path, data)
    except ApexError as error:
        return Row(path, "", _placed(_of(error), path, data, unread=True), {})
    found: list[Finding] = []
    answers: dict[str, str] = {}
    if document.state == "edited":
        found += _of(_edited(path, locked=bool(document.document.get("lock"))))
    try:
        validate(document.document)
        day = None if document.document.get("lock") else today()  # a lock keeps its day's prices
        current, refused = attempts(document.document, catalogue, day)
        answers = current.results
        bad = strangers(document.document, catalogue).packs if refused else {}
        found += [finding for error in refused.values() for finding in _refused(error, bad)]
        found += _findings(current, strict=strict)
        if not refused:
            found += _of_lock(document, current)
    except ApexError as error:
        found += _of(error)
    except Exception as error:  # a fault of ours in one file must not hide the others
        if os.environ.get("APEX_DEBUG") == "1":
            raise
        found += _of(unforeseen(error))
    name = document.document.get("project_id")
    said = _placed(dict.fromkeys(found), path, data)
    return Row(path, name if isinstance(name, str) else "", said, answers)


def _placed(
    findings: Iterable[Finding], path: str, data: bytes, *, unread: bool = False
) -> tuple[Finding, ...]:
    """The findings with their places in the file.

    Args:
        findings: What was found.
        path: What the file is called.
        data: Its bytes; none if there are none.
        unread: Whether no document could be made of them: then they tell where they break off.
    """
    places = Places(path, data)
    found = []
    for finding in findings:
        if data and (finding.pointer or unread):
            place = places.of_fault(finding.hint) if unread else places.of(finding.pointer)
            finding = finding._replace(**place._asdict())  # noqa: PLW2901 - the same, with its place
        found.append(finding)
    return tuple(found)


def _findings(current: Answers, *, strict: bool) -> Iterator[Finding]:
    """What the answers themselves say: checks that failed, and warnings."""
    for where, sentence in current.unmet:
        yield Finding("check.failed", "error", sentence, where, exit_code=CHECK_FAILED)
    for item in current.warnings:
        counts = bool(item["penalty"])
        told = (item["message"], item["clause"], accepted(item))
        message = " ".join(part for part in told if part)
        severity = "warning" if counts else "notice"
        yield Finding(
            item["code"], severity, message, exit_code=CHECK_FAILED if strict and counts else 0
        )


def _of_lock(document: ProjectFile, current: Answers) -> Iterator[Finding]:
    """What the lock says otherwise than the answers of today."""
    locked = document.document.get("lock")
    name = shown(document.path)
    hint = (
        f"what moved first: apex diff BEFORE {name}, BEFORE being the file as it was locked; "
        f"to accept the new answer: apex lock {name}"
    )
    for where, sentence in (differences(locked, current) if locked else {}).items():
        fault = Fault(where, sentence, hint=hint)
        yield from _of(VerificationFailed(sentence, code="lock.differs", faults=[fault]))


def _refused(error: ApexError, bad: Mapping[PackKind, ApexError]) -> list[Finding]:
    """Why an answer cannot be had; of a pack that cannot be used, at the place that names it."""
    kinds = [kind for kind, of_pack in bad.items() if of_pack.detail == error.detail]
    if not kinds:
        return _of(error)
    return [
        finding._replace(
            pointer=f"/packs/{kinds[0]}",
            message=": ".join(filter(None, [finding.pointer, finding.message])),
        )
        for finding in _of(error)
    ]


def _of(error: ApexError) -> list[Finding]:
    code, exit_code = error.problem_code, error.exit_code
    detail, hint = shown(error.detail), shown(error.hint)
    if not error.faults:
        return [Finding(code, "error", detail, "", hint, exit_code)]
    return [
        Finding(code, "error", fault.detail, fault.pointer, fault.hint, exit_code)
        for fault in error.faults
    ]


def _edited(path: str, *, locked: bool) -> ApexError:
    """A hand edit; of a locked file it is a verification that failed."""
    kind = VerificationFailed if locked else Conflict
    detail = "the file was changed by hand since it was sealed"
    hint = f"look it through, then accept it: apex project seal {path}"
    fault = Fault("/etag", detail, hint=hint)
    return kind(detail, code="project.edited", hint=hint, faults=[fault])
