"""Writing the lock: which packs and which answers the project stands for."""

import os
from collections.abc import Mapping
from typing import Any

from apex_cli.project import lifecycle, store
from apex_cli.project.file import SEALING


def lock_block(
    packs: Mapping[str, tuple[str, str]],
    results: Mapping[str, str],
    headline: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """The `lock` block.

    Args:
        packs: Per kind the pack's reference and the SHA-256 of its bytes.
        results: Per calculation the envelope's `content_sha256`.
        headline: The headline numbers of the answers, by name.

    >>> lock_block({"pricing": ("v1", "ab")}, {"pricing": "cd"})
    {'packs': {'pricing': {'ref': 'v1', 'sha256': 'ab'}}, 'results': {'pricing': 'cd'}}
    """
    block: dict[str, Any] = {
        "packs": {kind: {"ref": ref, "sha256": sha256} for kind, (ref, sha256) in packs.items()},
        "results": dict(results),
    }
    return {**block, "headline": dict(headline)} if headline else block


def write_lock(
    path: str | os.PathLike[str],
    packs: Mapping[str, tuple[str, str]],
    results: Mapping[str, str],
    headline: Mapping[str, float] | None = None,
    *,
    if_match: str,
) -> store.Change:
    """Lock a project; the same lock again changes nothing.

    Args:
        path: The project file.
        packs: Per kind the pack's reference and the SHA-256 of its bytes.
        results: Per calculation the envelope's `content_sha256`.
        headline: The headline numbers of the answers, by name.
        if_match: The etag of the document from which the results were calculated.

    Raises:
        EtagMismatch: The file is not the one that was calculated.
        Conflict: The project was submitted, or edited by hand.
        InvalidInput: The file is not valid.
        FileProblem: It cannot be read or written.
    """
    block = lock_block(packs, results, headline)

    def edit(raw: dict[str, Any]) -> dict[str, Any]:
        there = raw.get("lock")
        frozen = lifecycle.status_of(raw) in lifecycle.FROZEN
        if there == block or (frozen and there == lock_block(packs, results)):
            return raw  # a lock of before, without numbers, stands for a project that was submitted
        lifecycle.require_open(raw)
        return placed(raw, block)

    return store.change(path, edit, if_match=if_match)


def placed(raw: Mapping[str, Any], block: dict[str, Any] | None) -> dict[str, Any]:
    """The document with this lock, where it was or before the store's own fields.

    >>> list(placed({"schema_version": 1, "revision": 3}, None))
    ['schema_version', 'lock', 'revision']
    """
    if "lock" in raw:
        return {**raw, "lock": block}
    head = {key: value for key, value in raw.items() if key not in SEALING}
    tail = {key: value for key, value in raw.items() if key in SEALING}
    return {**head, "lock": block, **tail}
