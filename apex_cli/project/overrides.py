"""What-if: the document as it would be with some values changed; nothing is written."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.errors import UsageError, suggestion
from apex_cli.pointer import present
from apex_cli.project.edit import Assignment, apply, assignment
from apex_cli.vocabulary import PACK_KINDS, PackKind

USED_BY: Mapping[str, tuple[str, ...]] = {
    "exposure": ("/site",),
    "building": ("/sign/building",),
    "footing": ("/footing",),
    "sections": ("/sign/poles",),
    "support": ("/support",),
    "concrete": ("/support/pier", "/support/slab"),
    "pricing": ("/pricing",),
}
"""The blocks for which a pack that the project does not name is filled in by ``KIND?=REF``."""


def overridden(
    document: Mapping[str, Any], settings: Iterable[str], packs: Iterable[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The document with ``PATH=VALUE`` and ``KIND=REF`` applied, and what was applied.

    ``KIND?=REF`` is applied last, where the document has use for such a pack and names none.

    Raises:
        UsageError: A setting is not of that form, or its path leads nowhere.

    >>> overridden({"site": {"kzt": 1}}, ["site.kzt=1.2"], ["exposure=asce7-22_v1"])[1]
    {'site.kzt': 1.2, 'packs.exposure': 'asce7-22_v1'}
    >>> overridden({"site": {}, "packs": {"exposure": "v1"}}, [], ["exposure?=v2"])[1]
    {}
    """
    said = [*packs]
    changes = [assignment(setting) for setting in settings]
    changes += [pack_assignment(setting) for setting in said if not _is_spare(setting)]
    spare = [
        pack_assignment(setting.replace("?=", "=", 1)) for setting in said if _is_spare(setting)
    ]
    changed = dict(document)
    if changes:
        changed = apply(copy.deepcopy(changed), changes)
    if wanted := [one for one in spare if _is_wanted(changed, one.parts[1])]:
        changed = apply(copy.deepcopy(changed), wanted)
    return changed, {".".join(change.parts): change.value for change in [*changes, *wanted]}


def refs_of(packs: Mapping[PackKind, str] | None) -> list[str]:
    """Packs by their kinds as ``KIND=REF`` each.

    >>> refs_of({"footing": "ibc-2021_v1"})
    ['footing=ibc-2021_v1']
    """
    return [f"{kind}={ref}" for kind, ref in (packs or {}).items()]


def _is_spare(setting: str) -> bool:
    return setting.partition("=")[0].endswith("?")


def _is_wanted(document: Mapping[str, Any], kind: str) -> bool:
    """Whether a document has use for a pack of this kind and names none."""
    packs = document.get("packs")
    if packs is not None and (not isinstance(packs, dict) or packs.get(kind) is not None):
        return False
    return any(present(document, where) for where in USED_BY[kind])


def pack_assignment(setting: str) -> Assignment:
    """What a ``KIND=REF`` assigns."""
    kind, _, ref = setting.partition("=")
    if kind not in PACK_KINDS or not ref:
        hint = suggestion(kind, PACK_KINDS) or f"kinds: {', '.join(PACK_KINDS)}"
        raise UsageError(f"--pack wants KIND=REF, not {setting!r}", hint=hint)
    return Assignment(("packs", kind), ref)
