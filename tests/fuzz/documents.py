"""Doors for documents: projects, packs, price books, replies of hazard tools."""

import copy
import re
from functools import cache
from typing import Any, NamedTuple, cast
from zlib import crc32

import orjson

from apex_cli.audit.locked import together
from apex_cli.canonical import canonical, digest
from apex_cli.errors import InvalidInput, PackError
from apex_cli.material.bill import Wish as BillWish
from apex_cli.material.bill import bill
from apex_cli.package import quoting
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.loader import load, model_of
from apex_cli.packs.model import Pack, bind
from apex_cli.project.document import document_of
from apex_cli.project.edit import apply
from apex_cli.project.file import parsed
from apex_cli.project.lifecycle import require_open
from apex_cli.project.merge import merged
from apex_cli.project.reader import validate
from apex_cli.project.text import parse
from apex_cli.project.wind_reply import imported
from apex_cli.render.quote.content import Wish
from apex_cli.render.report.model import Paper
from apex_cli.run.chain import run
from apex_cli.vocabulary import PACK_KINDS, PackKind
from tests.fuzz.seeds import BOOK, catalogue, dumped, priced, projects

_NAMED = {one: re.compile(rf"^{one}: *(\S+)".encode(), re.MULTILINE) for one in ("kind", "ref")}


def one_of(data: bytes, many: Any) -> Any:
    """One of many by the bytes: whatever is made again from an input must be the same."""
    return many[crc32(data) % len(many)]


def read_json(data: bytes) -> None:
    document = document_of("project.json", data)
    if not len(digest(document)) == 64 or validate(document) is None:  # what is read can be sealed
        raise TypeError("neither read nor refused")


def read_yaml(data: bytes) -> None:
    canonical(document_of("project.yaml", data))


def read_pack(data: bytes) -> Pack:
    kind, ref = (found[1].decode("utf-8", "replace") if (found := one.search(data)) else "x"
                 for one in _NAMED.values())  # fmt: skip
    return load(data, "pack", cast(PackKind, kind if kind in PACK_KINDS else "exposure"), ref)


def solve(data: bytes) -> None:
    document = validated(data)
    for kind in together(document):
        run(kind, document, catalogue())


def validated(data: bytes) -> dict[str, Any]:
    document = parse(data)
    validate(document)
    return document


class OnePack(Catalogue):
    """The bundled packs, but one of them with other values."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._read = {**catalogue()._read, (pack.kind, pack.ref): (pack, "0" * 64)}


def bent_pack(data: bytes) -> Pack:
    """The pack that these values make.

    Raises:
        PackError: They make none.
    """
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise PackError(str(error)) from error
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind not in PACK_KINDS:
        raise PackError(f"{kind} is no kind")
    pack = model_of(kind, value.get("method")).read(value)
    bind(pack)
    return pack


def solve_with(data: bytes) -> None:
    pack = bent_pack(data)
    one = one_of(data, [one for one in projects() if pack.kind in (one.get("packs") or {})])
    document = {**one, "packs": {**one["packs"], pack.kind: pack.ref}}
    packs = OnePack(pack)
    for kind in together(document):
        run(kind, document, packs)


def _quoted(document: dict[str, Any], packs: Catalogue, ref: str) -> None:
    asked = quoting.Asked(packs, (), (f"pricing={ref}",), "2026-11-30")
    found = [quoting.priced(parsed("a.json", dumped(document)), asked)]
    for internal in (False, True):
        made = quoting.put_together(found, packs, Wish("2026-11-30", "1"), internal=internal)
        for name in ("a.md", "a.html"):
            quoting.written(made, name, "2026-11-30", Paper("letter", b""))


def quote_it(data: bytes) -> None:
    _quoted(validated(data), catalogue(), BOOK)


def quote_by(data: bytes) -> None:
    book = bent_pack(data)
    if book.kind != "pricing":
        raise PackError("it is no price book")
    _quoted(parse(one_of(data, priced())), OnePack(book), book.ref)


def list_it(data: bytes) -> None:
    bill([("a.json", lambda: validated(data))], catalogue(), BillWish(("pipe=21,42",), 5.0))


def import_reply(data: bytes) -> None:
    document = one_of(data, projects())
    changes = imported(document, "reply.json", data)
    validate(apply(copy.deepcopy(document), changes))


class _Three(NamedTuple):
    base: dict[str, Any]
    ours: dict[str, Any]
    theirs: dict[str, Any]


@cache
def merge_seeds() -> tuple[bytes, ...]:
    """A project, and what two have made of it."""
    made = []
    for one in projects():
        ours = {**one, "name": "ours", "revision": 3}
        theirs = {**one, "site": {**one.get("site", {}), "kzt": 1.2}, "status": "estimating"}
        made.append(dumped({"base": one, "ours": ours, "theirs": theirs}))
    return tuple(made)


def merge_them(data: bytes) -> None:
    three = parse(data)
    base, ours, theirs = (three.get(name) for name in _Three._fields)
    if not all(isinstance(one, dict) for one in (base, ours, theirs)):
        raise InvalidInput("it is not three projects")
    sides = _Three(*(cast(dict[str, Any], one) for one in (base, ours, theirs)))
    require_open(sides.ours)
    favor = one_of(data, (None, "ours", "theirs"))
    made, _, _ = merged(*sides, favor)
    validate(made)
    canonical(made)


REPLIES = tuple(map(dumped, (
    {"source": "hazard tool", "date": "2026-11-30", "edition": "7-22", "risk_category": "II",
     "speeds_mph": {"300": 105, "700": 112, "1700": 120, "3000": 125}, "latitude_deg": 40.1,
     "longitude_deg": -75.2, "elevation_ft": 300, "special_wind_region": False},
    {"source": "x", "edition": "7-10", "speeds_mph": {"10": 76, "700": 115, "1700": 120}},
)))  # fmt: skip
