"""Single-field forgeries of envelopes with the digest made anew: does verify find and name each?"""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli.audit.envelopes import parse_envelope
from apex_cli.audit.locked import together
from apex_cli.audit.verify import Verdict, verify
from apex_cli.envelope.build import content_digest
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import step
from apex_cli.project.store import load
from apex_cli.run.chain import run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))


class Forgery(NamedTuple):
    """One place of an envelope that was changed.

    Args:
        pointer: The place.
        envelope: With the digest of what it says now.
    """

    pointer: str
    envelope: dict[str, Any]


def answers() -> list[dict[str, Any]]:
    """An envelope of every example, and of each calculation that it asks for."""
    catalogue = Catalogue()
    documents = [load(str(path)).document for path in EXAMPLES]
    return [run(kind, one, catalogue) for one in documents for kind in together(one)]


def leaves(value: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Every place that holds no object and no list, or an empty one."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from leaves(item, where + step(key))
    elif isinstance(value, list) and value:
        for n, item in enumerate(value):
            yield from leaves(item, f"{where}/{n}")
    else:
        yield where, value


def forged(envelope: dict[str, Any], chance: random.Random) -> Forgery:
    """The envelope with one place changed, and the digest made anew."""
    signed = {name: envelope[name] for name in envelope if name not in {"meta", "content_sha256"}}
    pointer, value = chance.choice(list(leaves(signed)))
    made = copy.deepcopy(envelope)
    *way, last = [part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/")]
    inner: Any = made
    for part in way:
        inner = inner[int(part) if isinstance(inner, list) else part]
    key: Any = int(last) if isinstance(inner, list) else last
    if chance.random() < 0.1:
        del inner[key]
    else:
        inner[key] = other(value, chance)
    made["content_sha256"] = content_digest(made)
    return Forgery(pointer, made)


def other(value: Any, chance: random.Random) -> Any:
    """Something else of the same sort."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        factor = chance.choice((0.5, 0.99, 1.001, 2, -1))
        made = float(f"{value * factor:.6g}")
        return made if made != value else value + 1
    if isinstance(value, str):
        return chance.choice((value + "x", value[1:], value.swapcase() + " ")) or "x"
    return chance.choice(("x", 1)) if value is None else None


def judge(forgery: Forgery, catalogue: Catalogue) -> Verdict | ApexError:
    """What `apex verify` finds."""
    try:
        return verify(parse_envelope(json.dumps(forgery.envelope).encode()), catalogue)
    except ApexError as error:
        return error


def named(forgery: Forgery, found: Verdict | ApexError) -> bool:
    """Whether what was found leads to the place that was changed."""
    if isinstance(found, ApexError):
        places = [fault.pointer for fault in found.faults]
    else:
        places = list(found.altered)
    return any(
        forgery.pointer == place or forgery.pointer.startswith(f"{place}/") for place in places
    )


def forgeries(count: int, seed: int = 1) -> dict[str, int]:
    """How many of so many forgeries were found, and named.

    >>> forgeries(3)
    {'forgeries': 3, 'found': 3, 'named': 3}
    """
    chance, catalogue, found_, named_ = random.Random(seed), Catalogue(), 0, 0
    envelopes = answers()
    for _ in range(count):
        one = forged(chance.choice(envelopes), chance)
        found = judge(one, catalogue)
        if isinstance(found, ApexError) or not found.proved:
            found_ += 1
        if named(one, found):
            named_ += 1
    return {"forgeries": count, "found": found_, "named": named_}
