"""A project file: its etag, whether it is sealed, and its seal."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from apex_cli.canonical import LARGEST_INTEGER, digest
from apex_cli.clock import now
from apex_cli.errors import Conflict, EtagMismatch, Fault, InvalidInput
from apex_cli.project.document import document_of
from apex_cli.project.form import Form, form_of
from apex_cli.project.reader import validate

State = Literal["sealed", "edited", "unsealed"]

SEALING = ("revision", "updated_at", "etag")
"""The fields that the store itself writes."""


class ProjectFile(Struct, frozen=True):
    """A project file as it was read.

    Args:
        path: Where it was read from, as it was asked for; ``-`` for standard input.
        data: Its bytes.
        document: Its JSON object, as written.
        etag: Its current etag, whatever its `etag` field says.
    """

    path: str
    data: bytes
    document: dict[str, Any]
    etag: str

    @property
    def state(self) -> State:
        """Sealed: the field says the current etag; unsealed: there is none; else edited."""
        written = self.document.get("etag")
        if written is None:
            return "unsealed"
        return "sealed" if written == self.etag else "edited"

    @property
    def notices(self) -> tuple[str, ...]:
        """What a command that only reads says of the file, outside of the answer."""
        return ("project.edited",) if self.state == "edited" else ()


def etag_of(raw: Mapping[str, Any]) -> str:
    """The current etag: SHA-256 of the RFC 8785 form of the document without its `etag`.

    >>> etag_of({"schema_version": 1, "etag": "anything"})[:16]
    'a9d5f6d002d956b8'
    """
    return digest({key: value for key, value in raw.items() if key != "etag"})


def parsed(name: str, data: bytes, form: Form | None = None) -> ProjectFile:
    """The project file in these bytes, JSON or YAML as name and content say, or as it is told."""
    raw = document_of(name, data, form)
    return ProjectFile(name, data, raw, etag_of(raw))


def sealed(name: str, raw: Mapping[str, Any], before: ProjectFile | None = None) -> ProjectFile:
    """The document valid, one revision on, stamped and sealed; keys stay where they are.

    Args:
        name: What the file is called.
        raw: The document.
        before: The file as it was, whose form it keeps, and of YAML all that does not change.

    Raises:
        InvalidInput: It is not valid.
        Conflict: The YAML that is there is so written that the change cannot be put into it.
    """
    revision = raw.get("revision") or 0
    if revision == LARGEST_INTEGER:
        raise InvalidInput.at(
            Fault("/revision", "there is no higher one", revision, "start a new file")
        )
    made = {**raw, "revision": revision + 1 if type(revision) is int else revision}
    made |= {"updated_at": now(), "etag": None}
    validate(made)
    made["etag"] = etag_of(made)
    return ProjectFile(name, _spelled(name, made, before), made, made["etag"])


def _spelled(name: str, made: dict[str, Any], before: ProjectFile | None) -> bytes:
    """The bytes of a document, in the form that its name or the file before has."""
    if form_of(name, before.data if before else b"") == "json":
        return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
    if before is None:
        from apex_cli.project.yaml_text import written  # noqa: PLC0415 - only for YAML

        return written(made).encode()
    from apex_cli.project.yaml_edit import edited  # noqa: PLC0415 - only for YAML

    return edited(name, before.data, before.document, made)


def matches(if_match: str, etag: str) -> bool:
    """Whether an `If-Match` value admits this etag, as HTTP means it (RFC 9110 13.1.1).

    >>> [matches(text, "ab12") for text in ("ab12", '"ab12"', 'W/"ab12"', "*", '"x", "ab12"', "")]
    [True, True, False, True, True, False]
    """
    tags = [tag.strip() for tag in if_match.split(",")]
    return tags == ["*"] or etag in tags or f'"{etag}"' in tags


def require_match(found: ProjectFile, if_match: str) -> None:
    """Refuse a document that is not the one the caller has read.

    Raises:
        EtagMismatch: With the expected and the current etag.
    """
    if not matches(if_match, found.etag):
        raise mismatch(if_match, found)


def mismatch(expected: str, found: ProjectFile) -> EtagMismatch:
    """The error that says which etag was expected and which is there."""
    by_hand = "; it was also edited by hand" if found.state == "edited" else ""
    return EtagMismatch(
        f"{found.path} is not the file that was read: expected etag {expected}, "
        f"current etag {found.etag}{by_hand}",
        hint="read it again, apply the change to what it says now, and retry with its etag",
        extra={"expected": expected, "current": found.etag},
    )


def require_state(found: ProjectFile, accepts: tuple[State, ...] = ("sealed",)) -> None:
    """Refuse a document that was edited by hand, or never sealed.

    Raises:
        Conflict: Code ``project.edited``, with the way out.
    """
    if found.state in accepts:
        return
    how = "was edited by hand" if found.state == "edited" else "was never sealed"
    raise Conflict(
        f"{found.path} {how}; writing would hide that",
        code="project.edited",
        hint=f"look it through, then accept it: apex project seal {found.path}",
        extra={"current": found.etag},
    )
