"""What-if: the document as it would be with some values changed; nothing is written."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.errors import UsageError, suggestion
from apex_cli.project.edit import Assignment, apply, assignment
from apex_cli.vocabulary import PACK_KINDS


def overridden(
    document: Mapping[str, Any], settings: Iterable[str], packs: Iterable[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The document with ``PATH=VALUE`` and ``KIND=REF`` applied, and what was applied.

    Raises:
        UsageError: A setting is not of that form, or its path leads nowhere.

    >>> overridden({"site": {"kzt": 1}}, ["site.kzt=1.2"], ["exposure=asce7-22_v1"])[1]
    {'site.kzt': 1.2, 'packs.exposure': 'asce7-22_v1'}
    """
    changes = [assignment(setting) for setting in settings]
    changes += [pack_assignment(setting) for setting in packs]
    if not changes:
        return dict(document), {}
    changed = apply(copy.deepcopy(dict(document)), changes)
    return changed, {".".join(change.parts): change.value for change in changes}


def pack_assignment(setting: str) -> Assignment:
    """What a ``KIND=REF`` assigns."""
    kind, _, ref = setting.partition("=")
    if kind not in PACK_KINDS or not ref:
        hint = suggestion(kind, PACK_KINDS) or f"kinds: {', '.join(PACK_KINDS)}"
        raise UsageError(f"--pack wants KIND=REF, not {setting!r}", hint=hint)
    return Assignment(("packs", kind), ref)
