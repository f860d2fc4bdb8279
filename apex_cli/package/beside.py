"""What lies beside the answer in a bundle, held against it: its project and its `prove.py`."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import PurePosixPath
from typing import Any

from apex_cli.canonical import digest
from apex_cli.errors import ApexError
from apex_cli.package.sources import PROVE
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.document import document_of
from apex_cli.project.edit import Assignment, apply
from apex_cli.run.asked import question
from apex_cli.run.chain import run
from apex_cli.version import __version__

Envelope = Mapping[str, Any]


def at_odds(
    files: Mapping[str, bytes], envelopes: Sequence[Envelope], catalogue: Catalogue
) -> Iterator[tuple[str, str, bool]]:
    """The files beside the answers that do not belong to them: which, why, whether that is wrong.

    Args:
        files: Of the bundle.
        envelopes: Its answers, each of them proved.
        catalogue: The packs that can be seen, those of the bundle among them.
    """
    ours = resources.files("apex_cli.data").joinpath(PROVE).read_bytes()
    if files.get(PROVE, ours) != ours:
        same = {one["meta"].get("version") for one in envelopes} == {__version__}
        of = "this version" if same else "a version that is not known here"
        yield PROVE, f"it is not that of apex, or of {of}: look at it before you run it", same
    for name in [name for name in files if PurePosixPath(name).parts[0] == "project"]:
        for envelope in envelopes:
            if why := _other(name, files[name], envelope, catalogue):
                yield name, why, True


def _other(name: str, data: bytes, envelope: Envelope, catalogue: Catalogue) -> str:
    """Why a project does not ask what an answer answers; empty when it does."""
    kind, trace = envelope["kind"], envelope["trace"]
    try:
        document = copy.deepcopy(document_of(name, data))
        set_ = envelope["meta"].get("overrides") or {}
        document = apply(document, [Assignment(tuple(at.split(".")), set_[at]) for at in set_])
        again = run(kind, document, catalogue, select=question(trace["inputs"])[1])
    except ApexError as error:
        return f"it gives no answer {kind}: {error.detail}"
    if digest(again["trace"]["inputs"]) != digest(trace["inputs"]):
        return f"it asks otherwise than the answer {kind} tells: other inputs"
    if again["trace"]["pack_metadata"] != trace["pack_metadata"]:
        return f"it asks otherwise than the answer {kind} tells: other packs"
    return ""
