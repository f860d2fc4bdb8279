"""What is fuzzed: each target makes a spoilt input by chance, and does with it what apex does."""

import contextlib
import copy
import io
import json
import random
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from apex_cli import yaml_reader
from apex_cli.audit.envelopes import envelopes_in, faults, parse_envelope
from apex_cli.audit.locked import together
from apex_cli.audit.verify import verify
from apex_cli.batch.axes import axis, grid
from apex_cli.batch.rows import rows
from apex_cli.canonical import canonical, digest
from apex_cli.envelope.build import content_digest
from apex_cli.errors import ApexError, PackError
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.loader import load, model_of
from apex_cli.packs.model import Pack, bind
from apex_cli.project.document import document_of
from apex_cli.project.edit import apply, assignment
from apex_cli.project.reader import validate
from apex_cli.project.store import load as load_project
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.records.model import Faulty
from apex_cli.run.chain import run
from apex_cli.units.text import NoQuantity, quantity
from apex_cli.vocabulary import PackKind
from tests.fuzz.mutations import bent, spoilt, text, written

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))
Spoil = Callable[[random.Random], Any]


class Target(NamedTuple):
    """A door of apex through which anything may come.

    Args:
        spoil: Makes an input.
        take: Does with it what apex does; raises what it raises.
        share: How many of a thousand inputs go here: those that cost little are many.
    """

    spoil: Spoil
    take: Callable[[Any], object]
    share: int


OURS = (ApexError, Faulty, NoQuantity)
"""What may be raised: the errors of apex, and the two that its rooms raise before they are such."""


@cache
def projects() -> tuple[dict[str, Any], ...]:
    """Every example and template, as documents; they are copied before they are changed."""
    return (*(load_project(str(path)).document for path in EXAMPLES), *map(template, TEMPLATES))


@cache
def yamls() -> tuple[bytes, ...]:
    """Projects in YAML, and how the language is used otherwise."""
    import yaml  # noqa: PLC0415 - loaded when it is asked for

    return tuple(yaml.safe_dump(one, sort_keys=False).encode() for one in projects())


@cache
def packs() -> tuple[tuple[str, bytes], ...]:
    """The bundled packs by their names."""
    return tuple((path.stem, path.read_bytes()) for path in sorted(bundled_dir().glob("*.yaml")))


@cache
def pack_values() -> Mapping[str, Any]:
    """Their values."""
    return MappingProxyType({name: yaml_reader.parse(data, name).value for name, data in packs()})


@cache
def envelopes() -> tuple[dict[str, Any], ...]:
    """An answer of each example."""
    catalogue = Catalogue()
    examples = projects()[: len(EXAMPLES)]
    return tuple(run(kind, one, catalogue) for one in examples for kind in together(one)[:1])


def json_bytes(chance: random.Random) -> bytes:
    document = chance.choice(projects())
    if chance.random() < 0.5:
        return written(bent(document, chance), chance)
    return spoilt(json.dumps(document, indent=2).encode(), chance)


def read_json(data: bytes) -> None:
    document = document_of("project.json", data)
    if not len(digest(document)) == 64 or validate(document) is None:  # what is read can be sealed
        raise TypeError("neither read nor refused")


def yaml_bytes(chance: random.Random) -> bytes:
    return spoilt(chance.choice(yamls()), chance)


def read_yaml(data: bytes) -> None:
    canonical(document_of("project.yaml", data))


def pack_bytes(chance: random.Random) -> tuple[str, bytes]:
    name, data = chance.choice(packs())
    return name, spoilt(data[: chance.choice((2_000, 30_000))], chance)


def read_pack(given: tuple[str, bytes]) -> Pack:
    kind, _, ref = given[0].partition("_")
    return load(given[1], given[0], cast(PackKind, kind), ref)


class OnePack(Catalogue):
    """The bundled packs, but one of them with other values."""

    def __init__(self, name: str, pack: Pack) -> None:
        super().__init__()
        kind, _, ref = name.partition("_")
        self._read[cast(PackKind, kind), ref] = pack, "0" * 64


def bent_pack(chance: random.Random) -> tuple[dict[str, Any], str, Any]:
    """A project, and one of the packs that it uses with other values."""
    while True:
        document = chance.choice(projects()[: len(EXAMPLES)])
        named = [f"{kind}_{ref}" for kind, ref in (document.get("packs") or {}).items()]
        known = [name for name in named if name in pack_values()]
        if known:
            name = chance.choice(known)
            return document, name, bent(pack_values()[name], chance, 2)


def solve_with(given: tuple[dict[str, Any], str, Any]) -> None:
    document, name, value = given
    pack = model_of(cast(PackKind, name.partition("_")[0])).read(value)
    if f"{pack.kind}_{pack.ref}" != name:
        raise PackError("it is another one")
    bind(pack)
    catalogue = OnePack(name, pack)
    for kind in together(document):
        run(kind, document, catalogue)


def bent_project(chance: random.Random) -> dict[str, Any]:
    return cast(dict[str, Any], bent(chance.choice(projects()), chance))


@cache
def catalogue() -> Catalogue:
    """The bundled packs."""
    return Catalogue()


def solve(document: dict[str, Any]) -> None:
    validate(document)
    for kind in together(document):
        run(kind, document, catalogue())


QUANTITIES = ("10'-6\"", "10 ft 6 in", "3.2 m", "115 mph", "51 m/s", "2 kPa", "4 ksf", "1 1/2 in",
              "7", "1e3 ft", "0.5", "12 in", "150 lbf/ft2", "1/3 ft", "5′ 3½″")  # fmt: skip
UNITS = ("ft", "in", "mph", "psf", "psi", "lbf", "psf/ft", "deg", "Hz", "ksi", "ft2", "lbf-ft")


def quantity_text(chance: random.Random) -> tuple[str, str]:
    return text(chance.choice(QUANTITIES), chance), chance.choice(UNITS)


SETTINGS = (
    "site.wind_speed_mph=130", "sign.elements.0.width_ft=12", "site.exposure=C", "packs.footing=v1",
    "/sign/elements/0/name=a b", "footing.width_ft=10'-6\"", 'pricing.addons=["calc_packet"]',
    "site.heights_ft.2=45", "sign.elements.1=null", "loads=null", 'soil={"class": 4}',
)  # fmt: skip


def setting(chance: random.Random) -> tuple[dict[str, Any], str]:
    return chance.choice(projects()), text(chance.choice(SETTINGS), chance)


def set_it(given: tuple[dict[str, Any], str]) -> None:
    made = assignment(given[1])
    canonical(apply(copy.deepcopy(given[0]), [made]))


AXES = (
    "footing.width_ft=2.5:5:0.5", "site.exposure=B,C", "site.wind_speed_mph=100 mph:120 mph:5 mph",
    "sign.elements.0.width_ft=3 ft,4 ft,12 in", "site.kzt=1:1.5:0.1", "footing.depth_ft=null,4",
)  # fmt: skip


def axis_texts(chance: random.Random) -> list[str]:
    return [text(chance.choice(AXES), chance) for _ in range(chance.randint(1, 3))]


def vary(texts: list[str]) -> None:
    grid(tuple(map(axis, texts)))


TABLE = (
    "project_id,name,site.wind_speed_mph,site.exposure,sign.elements.0.width_ft\n"
    'a,"A ""b"", c",115,C,12\nb,=1+1,120 mph,B,"10\'-6"""\nc,,,,\n'
)


def table_bytes(chance: random.Random) -> bytes:
    return spoilt(TABLE.encode(), chance)


def read_table(data: bytes) -> None:
    for item in rows("t.csv", io.BytesIO(data), template("pole")):
        if item.error is None:
            document_of("row", item.data, "json")


def envelope_bytes(chance: random.Random) -> bytes:
    envelope = chance.choice(envelopes())
    if chance.random() < 0.4:
        return spoilt(json.dumps(envelope).encode(), chance)
    made = bent(envelope, chance)
    if chance.random() < 0.8 and isinstance(made, dict):
        with contextlib.suppress(ValueError):
            made["content_sha256"] = content_digest(made)
    return written(made, chance)


def prove(data: bytes) -> None:
    for _, one in envelopes_in("answer.json", data):
        envelope = parse_envelope(one)
        faults(envelope)
        verify(envelope, catalogue())


TARGETS: dict[str, Target] = {
    "reader": Target(json_bytes, read_json, 160),
    "yaml": Target(yaml_bytes, read_yaml, 40),
    "packs": Target(pack_bytes, read_pack, 20),
    "constants": Target(bent_pack, solve_with, 20),
    "answers": Target(bent_project, solve, 60),
    "units": Target(quantity_text, lambda given: quantity(*given), 250),
    "set": Target(setting, set_it, 200),
    "axes": Target(axis_texts, vary, 150),
    "csv": Target(table_bytes, read_table, 80),
    "envelopes": Target(envelope_bytes, prove, 20),
}
