"""Two envelopes, projects or packs, held beside each other."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli.audit.envelopes import MAX_BYTES, MAX_VALUES, require_sound
from apex_cli.audit.locked import attempts
from apex_cli.audit.packs import read_pack
from apex_cli.audit.summary import COUNTED, NOTHING, summary
from apex_cli.changes import changes
from apex_cli.envelope.compare import compare
from apex_cli.errors import ApexError, InvalidInput
from apex_cli.files import read_input, shown
from apex_cli.marks import yaml_says_project
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.diff import diff as packs_diff
from apex_cli.project.document import document_of
from apex_cli.project.file import SEALING
from apex_cli.project.form import form_of
from apex_cli.project.reader import validate
from apex_cli.project.text import parse
from apex_cli.vocabulary import Part, without_nulls


class Side(NamedTuple):
    """One of the two: what it is and its content."""

    what: str
    content: Any


def difference(old: str, new: str, catalogue: Catalogue) -> dict[str, Any]:
    """What changed from one file to the other.

    Args:
        old: Path of an envelope, a project or a pack.
        new: Path of another of the same.
        catalogue: The packs that projects are calculated with.

    Raises:
        InvalidInput: They are not of the same sort.
        ApexError: One of them cannot be read or calculated.
    """
    return between(side_at(old), side_at(new), catalogue, (old, new))


def between(
    before: Side, after: Side, catalogue: Catalogue, names: tuple[str, str]
) -> dict[str, Any]:
    """What changed from one side to the other; ``summary`` has it in short.

    Raises:
        InvalidInput: They are not of the same sort.
    """
    old, new = names
    if before.what != after.what:
        raise InvalidInput(
            f"{old} is {before.what} and {new} is {after.what}: only like can be compared",
            code="diff.unlike",
        )
    head = {"what": before.what, "old": shown(old), "new": shown(new)}
    if before.what == "an envelope":
        told = compare(before.content, after.content)
        short = summary([(before.content, after.content, told)])
        return {**head, "same": told["same"], "summary": short, **told}
    if before.what == "a pack":
        fields = [change._asdict() for change in packs_diff(before.content, after.content)]
        short = {**NOTHING, "counts": {"fields": len(fields)} if fields else {}}
        return {**head, "same": not fields, "summary": short, "fields": fields}
    fields = [change._asdict() for change in changes(before.content, after.content)]
    answers = _answers(before, after, catalogue, len(fields))
    return {**head, "same": not fields, **answers, "fields": fields}


def counted(found: Mapping[str, Any]) -> dict[str, Any]:
    """A difference that tells no more than how much differs."""
    counts = dict.fromkeys(COUNTED, 0) if found["what"] != "a pack" else {"fields": 0}
    head = {name: found[name] for name in ("what", "old", "new", "same")}
    return {**head, "counts": {**counts, **found["summary"]["counts"]}}


def _answers(before: Side, after: Side, catalogue: Catalogue, fields: int) -> dict[str, Any]:
    """How the answers of two projects differ, and which of them cannot be had."""
    (ours, refused), (theirs, also) = (
        attempts(side.content, catalogue) for side in (before, after)
    )
    moved = {
        kind: compare(envelope, theirs.envelopes[kind])
        for kind, envelope in ours.envelopes.items()
        if kind in theirs.envelopes
    }
    errors = errors_of(refused, also)
    pairs = [(ours.envelopes[kind], theirs.envelopes[kind], told) for kind, told in moved.items()]
    return {"summary": summary(pairs, fields), "answers": moved, "errors": errors}


def errors_of(
    refused: Mapping[Part, ApexError], also: Mapping[Part, ApexError]
) -> list[dict[str, Any]]:
    """The answers that cannot be had, of the old side and of the new, each with its reason."""
    return [
        {"side": side, "kind": kind, "code": error.problem_code, "detail": error.detail}
        for side, found in (("old", refused), ("new", also))
        for kind, error in found.items()
    ]


def side_of(document: Mapping[str, Any]) -> Side:
    """The side that a document is: an envelope, or a project.

    Raises:
        InvalidInput: It is neither.
    """
    content = dict(document)
    if "content_sha256" in content:
        require_sound(content)
        return Side("an envelope", content)
    validate(content)
    return Side("a project", inputs_of(content))


def side_at(path: str) -> Side:
    """The side that a file is.

    Raises:
        ApexError: It cannot be read, or is none of what can be compared.
    """
    pack = path.endswith(".yaml")
    data = b"" if pack and not Path(path).is_file() else read_input(path, MAX_BYTES)
    if pack and not yaml_says_project(data):
        return Side("a pack", read_pack(path))
    if form_of(path, data) == "json":
        document = parse(data, MAX_BYTES, MAX_VALUES)
        if "content_sha256" in document:
            return side_of(document)
    return side_of(document_of(path, data))


def inputs_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without the store's own fields; null is the same as absent."""
    inputs = {key: value for key, value in document.items() if key not in SEALING}
    cleaned: dict[str, Any] = without_nulls(inputs)
    return cleaned
