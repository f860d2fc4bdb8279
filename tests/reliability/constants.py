"""Numbers of packs that are not what they should be: refused where read, or calculated with."""

import copy
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import EllipsisType
from typing import Any, cast

from apex_cli.audit.locked import together
from apex_cli.errors import ApexError, InternalFault
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.loader import model_of
from apex_cli.packs.model import bind
from apex_cli.records.model import Faulty
from apex_cli.run.chain import run
from apex_cli.vocabulary import PackKind
from tests.fuzz.documents import OnePack
from tests.fuzz.seeds import EXAMPLES, pack_values, projects

SECONDS = 5.0
Place = tuple[str | int, ...]
Document = dict[str, Any]
CHANGES: tuple[Callable[[float], float | EllipsisType], ...] = (
    lambda number: -number,
    lambda _: 0,
    lambda _: 1e-30,
    lambda _: 1e30,
    lambda number: 1e6 * number,
    lambda _: ...,
)
"""What is done with a number; the last takes it away."""


def put(value: Any, place: Place, new: Any) -> Any:
    """The value with another one at this place; `...` takes away what is there."""
    made = copy.copy(value)
    if len(place) > 1:
        made[place[0]] = put(value[place[0]], place[1:], new)
    elif new is ...:
        del made[place[0]]
    else:
        made[place[0]] = new
    return made


def placed(value: Any, place: Place = ()) -> Iterator[tuple[Place, float]]:
    """Every number of a pack with its place."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from placed(value[key], (*place, key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield place, value


@cache
def users() -> Mapping[str, list[Document]]:
    """Each pack that may be spoilt, with examples that use it.

    A pack that no example uses stands in the place of the one of its kind and family that an
    example names, with the other packs of its edition.
    """
    found: dict[str, list[Document]] = {}
    for document in projects()[: len(EXAMPLES)]:
        named = dict(document.get("packs") or {})
        for name in pack_values():
            kind, _, ref = name.partition("_")
            if kind not in named or "broms" in ref or _is_european(ref, named[kind]):
                continue
            edition = {one: ref for one in named if one in _OF_ASCE and ref.startswith("asce7")}
            packs = {**named, **edition, kind: ref}
            found.setdefault(name, []).append({**document, "packs": packs})
    return found


_OF_ASCE = ("exposure", "building", "hazards")


def _is_european(one: str, other: str) -> bool:
    """Whether one of two packs is by a Eurocode, and not both."""
    return one != other and any(ref.startswith(("en1", "planted")) for ref in (one, other))


bundled = cache(Catalogue)
"""The packs as they are, each read once."""


@cache
def numbers(name: str) -> list[tuple[Place, float]]:
    """The numbers of a pack, of sections those that an example names, with their places."""
    said = json.dumps(users()[name])
    rows = name.startswith("sections")
    return [one for one in placed(pack_values()[name]) if not rows or str(one[0][-2]) in said]


def constants(count: int, seed: int = 0) -> dict[str, int]:
    """So many numbers of packs changed, each in a project that uses its pack."""
    chance = random.Random(seed)
    ends: Counter[str] = Counter()
    names = [*users()]
    many = [len(numbers(name)) for name in names]
    for _ in range(count):
        (name,) = chance.choices(names, many)
        place, number = chance.choice(numbers(name))
        ends[_end(name, place, chance.choice(CHANGES)(number), chance.choice(users()[name]))] += 1
    kinds = ("refused_where_read", "answered", "no_answer", "not_as_they_must", "slow")
    return {"numbers": count, **{kind: ends[kind] for kind in kinds}}


def _end(name: str, place: Place, new: Any, document: Document) -> str:
    value = pack_values()[name]
    model = model_of(cast(PackKind, name.partition("_")[0]), value.get("method"))
    try:
        pack = model.read(put(value, place, new))
    except Faulty:
        return "refused_where_read"
    bind(pack)
    started, catalogue = time.process_time(), OnePack(pack)
    for kind, ref in document["packs"].items():
        catalogue._read.setdefault((kind, ref), bundled().load(kind, ref))
    try:
        for kind in together(document):
            run(kind, document, catalogue)
    except InternalFault:
        return "not_as_they_must"
    except ApexError:
        return "no_answer"
    except Exception:  # noqa: BLE001 - this is what is looked for
        return "not_as_they_must"
    return "answered" if time.process_time() - started < SECONDS else "slow"
