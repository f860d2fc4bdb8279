"""Answers held to account: verified, and compared."""

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.answer import Answer
from apex_cli.api.projects import Path
from apex_cli.audit.difference import Side, between, side_at, side_of
from apex_cli.audit.envelopes import MAX_BYTES, parse_envelope
from apex_cli.audit.verify import Verdict
from apex_cli.audit.verify import verify as _verify
from apex_cli.envelope.build import build
from apex_cli.files import read_input
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.file import ProjectFile
from apex_cli.run.margin import meta

Thing = ProjectFile | Mapping[str, Any] | Path


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

    >>> from apex_cli.api import calculate
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


def diff(old: Thing, new: Thing, *, packs_dir: Iterable[Path] = ()) -> Answer:
    """What changed between two envelopes, projects or packs, and what moved first.

    Args:
        old: An envelope or a project, or the path of one, or of a pack.
        new: Another of the same sort.
        packs_dir: Folders to look for packs in before the bundled ones.

    Returns:
        The envelope that ``apex diff`` prints; ``result["summary"]`` has it in short.

    Raises:
        InvalidInput: They are not of one sort.
        ApexError: One of them cannot be read or calculated.
    """
    (before, was), (after, now) = _side(old, "old"), _side(new, "new")
    found = between(before, after, Catalogue(packs_dir), (was, now))
    return Answer(build("diff", result=found, exact=True, meta=meta()))


def _side(thing: Thing, name: str) -> tuple[Side, str]:
    """What a thing is, and what it is called."""
    if isinstance(thing, ProjectFile):
        return side_of(thing.document), thing.path or name
    if isinstance(thing, Mapping):
        return side_of(thing), name
    return side_at(os.fspath(thing)), os.fspath(thing)
