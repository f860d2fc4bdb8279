"""What changed between two envelopes, from the cause to the effect."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.changes import Change, changes
from apex_cli.envelope.build import content_digest

Envelope = Mapping[str, Any]
Key = tuple[str, str, int]


def compare(old: Envelope, new: Envelope) -> dict[str, Any]:
    """The differences of two envelopes.

    Returns:
        ``same``: whether they have one digest; ``inputs``, ``constants``, ``result``, ``checks`` as
        lists of ``{pointer, kind, old, new}`` (numbers with ``ratio``, new over old); ``packs``;
        ``steps`` as lists of ``{symbol, subject, kind, old, new, why}``; ``first_step``: the first
        of them in the order of calculation, or None.
    """
    steps = _steps(old["trace"]["steps"], new["trace"]["steps"])
    told = {
        "packs": _records(_packs(old), _packs(new)),
        "inputs": _records(old["trace"]["inputs"], new["trace"]["inputs"]),
        "constants": _records(_constants(old), _constants(new)),
        "steps": steps,
        "result": _records(old["result"], new["result"]),
        "checks": _records(_by_id(old["checks"]), _by_id(new["checks"])),
        "warnings": _records(_messages(old), _messages(new)),
        "assumptions": _records(old["assumptions"], new["assumptions"]),
        "error": _records(old["error"], new["error"]),
    }
    same = content_digest(old) == content_digest(new)
    return {"same": same, "first_step": steps[0] if steps else None, **told}


def _records(old: Any, new: Any) -> list[dict[str, Any]]:
    return [_record(change) for change in changes(old, new)]


def _record(change: Change) -> dict[str, Any]:
    record = change._asdict()
    if _numeric(change.old) and _numeric(change.new) and change.old:
        record["ratio"] = float(f"{change.new / change.old:.6g}")
    return record


def _numeric(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _packs(envelope: Envelope) -> dict[str, Any]:
    metadata = envelope["trace"]["pack_metadata"]
    return {kind: {"ref": pack["ref"], "sha256": pack["sha256"]} for kind, pack in metadata.items()}


def _constants(envelope: Envelope) -> dict[str, Any]:
    """The constants that the steps used, by the place in the pack where they stand."""
    return {
        term["origin"]: term["value"]
        for step in envelope["trace"]["steps"]
        for term in step["terms"].values()
        if "status" in term
    }


def _by_id(checks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {key[1]: item for key, item in _numbered(checks, "", "id").items()}


def _messages(envelope: Envelope) -> list[str]:
    return [f"{item['code']}: {item['message']}" for item in envelope["warnings"]]


def _numbered(items: Sequence[Mapping[str, Any]], outer: str, inner: str) -> dict[Key, Any]:
    """Items by their names; those of the same name by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    named: dict[Key, Any] = {}
    for item in items:
        name = (str(item.get(outer, "")), str(item[inner]))
        seen[name] += 1
        mark = f"{name[1]} ({seen[name]})" if seen[name] > 1 else name[1]
        named[name[0], mark, seen[name]] = item
    return named


def _steps(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Steps that differ, in the order of calculation, each with the reason it can show."""
    before, after = _numbered(old, "subject", "symbol"), _numbered(new, "subject", "symbol")
    found: list[tuple[int, dict[str, Any]]] = []
    for key in [*before, *(key for key in after if key not in before)]:
        was, now = before.get(key), after.get(key)
        if was and now and was["value"] == now["value"] and was["text"] == now["text"]:
            continue
        record = {
            "symbol": key[1],
            "subject": key[0],
            "kind": "changed" if was and now else "removed" if was else "added",
            "old": was and was["value"],
            "new": now and now["value"],
            "unit": (now or was or {})["unit"],
            "why": _why(was, now) if was and now else "",
        }
        found.append(((now or was or {})["n"], record))
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]


def _why(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What of the step itself differs: its formula, or which of its terms."""
    if was["text"] != now["text"]:
        return f"formula: {was['text']} -> {now['text']}"
    moved = [
        f"{name}: {was['terms'][name]['value']} -> {term['value']} ({term['origin']})"
        for name, term in now["terms"].items()
        if name in was["terms"] and was["terms"][name]["value"] != term["value"]
    ]
    return "; ".join(moved)
