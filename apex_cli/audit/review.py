"""What changed in a project since it was accepted last, for whoever must accept it again."""

from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.audit.difference import errors_of, inputs_of
from apex_cli.audit.history import State
from apex_cli.audit.kept import differences
from apex_cli.audit.locked import Answers, attempts
from apex_cli.audit.summary import summary
from apex_cli.changes import changes
from apex_cli.envelope.compare import compare
from apex_cli.envelope.verdict import verdict
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.diff import diff as packs_diff
from apex_cli.project.reader import validate
from apex_cli.vocabulary import JsonObject

TOLD_APART = ("accepted", "lock", "packs", "revisions", "status")
"""What is told under a heading of its own, not among the inputs."""


def review(before: State, document: JsonObject, catalogue: Catalogue) -> dict[str, Any]:
    """What changed from a state that was accepted to the project as it is now.

    Args:
        before: The state that was accepted.
        document: The project as it is now.
        catalogue: The packs that both are calculated with.

    Returns:
        ``since`` the state, ``status``, ``inputs``, ``packs`` with how many constants differ,
        ``answers`` (`summary`) and ``verdicts`` of each calculation, ``errors`` of those that
        cannot be had, ``remarks`` that are new,
        changed or gone, ``accepted`` ones, ``revisions`` that are
        new, and what the ``lock`` says otherwise.

    Raises:
        ApexError: One of the two is no valid project.
    """
    old, new = inputs_of(before.document), inputs_of(document)
    validate(new)
    (was, refused), (now, also) = attempts(old, catalogue), attempts(new, catalogue)
    both = [kind for kind in was.envelopes if kind in now.envelopes]
    told = {kind: compare(was.envelopes[kind], now.envelopes[kind]) for kind in both}
    short = summary((was.envelopes[kind], now.envelopes[kind], told[kind]) for kind in both)
    inputs = [change._asdict() for change in changes(_inputs(old), _inputs(new))]
    packs = _packs(old.get("packs", {}), new.get("packs", {}), catalogue)
    accepted = _accepted(old.get("accepted", ()), new.get("accepted", ()), now)
    found = {
        "since": {"state": before.name, "when": before.when, "by": before.by, "how": before.how},
        "status": {"old": old.get("status", "draft"), "new": new.get("status", "draft")},
        "verdicts": _verdicts(was, now),
        "inputs": inputs,
        "packs": packs,
        "answers": short,
        "errors": errors_of(refused, also),
        "remarks": _remarks(was, now),
        "accepted": accepted,
        "revisions": _new(old, new, "revisions"),
        "lock": sorted(differences(new["lock"], now).values()) if new.get("lock") else ["none"],
    }
    same = was.results == now.results and not inputs and not packs
    return {"same": same and not accepted["new"] and not accepted["gone"], **found}


def _new(old: Mapping[str, Any], new: Mapping[str, Any], name: str) -> list[Any]:
    """The rows of a list that were not there."""
    return [row for row in new.get(name, ()) if row not in old.get(name, ())]


def passes(result: Mapping[str, Any]) -> bool:
    """Whether all answers of now can be had and none fails."""
    failed = any(row["new"] == "FAIL" for row in result["verdicts"])
    return not failed and not any(error["side"] == "new" for error in result["errors"])


def _inputs(document: JsonObject) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in TOLD_APART}


def _verdicts(was: Answers, now: Answers) -> list[dict[str, Any]]:
    """The verdict of each calculation, before and now; None where there is no answer."""
    kinds = dict.fromkeys([*was.envelopes, *now.envelopes])
    return [
        {"kind": kind, "old": _verdict(was, kind), "new": _verdict(now, kind)} for kind in kinds
    ]


def _verdict(answers: Answers, kind: Any) -> str | None:
    envelope = answers.envelopes.get(kind)
    return verdict(envelope) if envelope else None


def _packs(
    old: Mapping[str, str], new: Mapping[str, str], catalogue: Catalogue
) -> list[dict[str, Any]]:
    """The packs that are others, and how many constants differ; None where one is not at hand."""
    return [
        {"kind": kind, "old": old.get(kind), "new": new.get(kind),
         "constants": _constants(kind, old.get(kind), new.get(kind), catalogue)}
        for kind in dict.fromkeys([*old, *new])
        if old.get(kind) != new.get(kind)
    ]  # fmt: skip


def _constants(kind: Any, old: str | None, new: str | None, catalogue: Catalogue) -> int | None:
    if old is None or new is None:
        return None
    try:
        before, after = (catalogue.load(kind, ref)[0] for ref in (old, new))
    except ApexError:
        return None
    return len(list(packs_diff(before, after)))


def _remarks(was: Answers, now: Answers) -> dict[str, list[dict[str, Any]]]:
    """The warnings that came and went, and those that say otherwise than before."""
    before, after = ([_remark(item) for item in one.warnings] for one in (was, now))
    known = {item["code"] for item in before}
    came = [item for item in after if item not in before]
    changed = [item for item in came if item["code"] in known]
    moved = {item["code"] for item in changed}
    went = [item for item in before if item not in after and item["code"] not in moved]
    return {"new": [item for item in came if item not in changed], "changed": changed, "gone": went}


def _remark(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: item[name] for name in ("code", "severity", "message")}


def _accepted(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], now: Answers
) -> dict[str, list[dict[str, Any]]]:
    """Who accepted what: all that is accepted now, and what is new or gone in it."""
    raised = {item["code"] for item in now.warnings}
    return {
        "all": [{"by": None, **row, "raised": row["code"] in raised} for row in new],
        "new": [dict(row) for row in new if row not in old],
        "gone": [dict(row) for row in old if row not in new],
    }
