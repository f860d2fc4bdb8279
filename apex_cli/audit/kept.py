"""What a lock says otherwise than the packs and answers of now."""

from collections.abc import Mapping
from typing import Any

from apex_cli.audit.locked import Answers, answers
from apex_cli.audit.summary import moves
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.render.moves import moved
from apex_cli.vocabulary import JsonObject


def differences(lock: Mapping[str, Any], current: Answers) -> dict[str, str]:
    """What a lock says otherwise than the packs and answers of now.

    Returns:
        A sentence for each place of the project that is not so any more, by its pointer.

    >>> differences({"packs": {}, "results": {"footing": "1b56f4b0" * 8}}, Answers({}))
    {'/lock/results/footing': 'answer footing: locked 1b56f4b01b56…, now none'}
    """
    packs = current.lock["packs"]
    found = {
        f"/lock/packs/{kind}": f"pack {kind}: locked {_pack(pack)}, now {_pack(packs.get(kind))}"
        for kind, pack in lock["packs"].items()
        if packs.get(kind) != pack
    }
    now = current.results
    found |= {
        f"/lock/results/{kind}": _other(kind, sha256, now.get(kind), lock, current)
        for kind, sha256 in lock["results"].items()
        if now.get(kind) != sha256
    }
    return found | {
        f"/lock/results/{kind}": f"answer {kind}: not locked"
        for kind in now
        if kind not in lock["results"]
    }


def _other(kind: str, was: str, now: str | None, lock: Mapping[str, Any], current: Answers) -> str:
    """That an answer is another one: by its headline numbers, where the lock has them."""
    digests = f"locked {_short(was)}, now {_short(now)}"
    kept, numbers = lock.get("headline"), current.numbers(kind)
    if not kept or not now:
        return f"answer {kind}: {digests}"
    both = [name for name in numbers if name in kept]
    told = moves({name: kept[name] for name in both}, {name: numbers[name] for name in both})
    words = [moved(item["name"], item["old"], item["new"]) for item in told]
    return f"answer {kind}: {', '.join(words) or 'no headline number moves'} ({digests})"


def lock_holds(document: JsonObject, catalogue: Catalogue) -> tuple[bool, str]:
    """Whether the lock is that of today's packs and answers with every check passed; if not, why.

    >>> lock_holds({}, Catalogue())
    (False, 'it has no lock')
    """
    lock = document.get("lock")
    if not lock:
        return False, "it has no lock"
    try:
        validate(document)
        current = answers(document, catalogue, None)  # what was locked stays as it was priced
    except ApexError as error:
        return False, error.detail
    wrong = [*differences(lock, current).values(), *current.failed]
    return not wrong, "; ".join(wrong)


def _pack(pack: Mapping[str, str] | None) -> str:
    return f"{pack['ref']} {_short(pack['sha256'])}" if pack else "none"


def _short(sha256: str | None) -> str:
    return f"{sha256[:12]}…" if sha256 else "none"
