"""What is whole before it is spoilt: projects, packs, answers, bundles, as bytes."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from cryptography.hazmat.primitives import serialization as kept
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from apex_cli import yaml_reader
from apex_cli.audit.locked import together
from apex_cli.errors import ApexError
from apex_cli.package.bundle import bundle
from apex_cli.package.signed import signature
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.project.store import load
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.render.json import pretty
from apex_cli.run.chain import run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))
BOOK = "example-shop_v2"


@cache
def catalogue() -> Catalogue:
    """The bundled packs."""
    return Catalogue()


@cache
def projects() -> tuple[dict[str, Any], ...]:
    """Every example and template."""
    return (*(load(str(path)).document for path in EXAMPLES), *map(template, TEMPLATES))


def dumped(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


@cache
def documents() -> tuple[bytes, ...]:
    """The same in JSON."""
    return tuple(map(dumped, projects()))


@cache
def priced() -> tuple[bytes, ...]:
    """Those of them that a price book of a shop prices."""
    found = []
    for one, data in zip(projects(), documents(), strict=True):
        document = {**one, "packs": {**one.get("packs", {}), "pricing": BOOK}}
        with suppress(ApexError):
            run("pricing", document, catalogue())
            found.append(data)
    return tuple(found)


@cache
def yamls() -> tuple[bytes, ...]:
    """The same in YAML, and the example that people write with comments."""
    own = [path.read_bytes() for path in EXAMPLES if path.suffix == ".yaml"]
    return (*(yaml.safe_dump(one, sort_keys=False).encode() for one in projects()), *own)


@cache
def packs() -> tuple[tuple[str, bytes], ...]:
    """The bundled packs by their names."""
    return tuple((path.stem, path.read_bytes()) for path in sorted(bundled_dir().glob("*.yaml")))


@cache
def pack_beginnings() -> tuple[bytes, ...]:
    """Short ones whole, and how long ones begin."""
    return tuple(data[:size] for _, data in packs() for size in (2_000, 30_000))


@cache
def pack_values() -> dict[str, Any]:
    """Their values by their names."""
    return {name: yaml_reader.parse(data, name).value for name, data in packs()}


@cache
def constants() -> tuple[bytes, ...]:
    """Their values in JSON, but those of price books and large tables of sections."""
    return tuple(
        dumped(value)
        for name, value in pack_values().items()
        if not name.startswith(("pricing", "sections"))
    )


@cache
def books() -> tuple[bytes, ...]:
    """The price books in JSON."""
    return tuple(
        dumped(value) for name, value in pack_values().items() if name.startswith("pricing")
    )


@cache
def answers() -> tuple[bytes, ...]:
    """Answers of the examples: the smaller ones, and some that are large, which take long."""
    made = [
        pretty(run(kind, one, catalogue()))
        for one in projects()[: len(EXAMPLES)]
        for kind in together(one)[:1]
    ]
    made.sort(key=len)
    half = len(made) // 2
    return (*made[:half], *made[half::4])


@cache
def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


SUMS = b"0" * 64 + b"  answer.json\n"


@cache
def signatures() -> tuple[bytes, ...]:
    """What signs the sums, and something else."""
    return signature(key(), SUMS), signature(key(), b"")


@cache
def signers() -> tuple[bytes, ...]:
    """Lists of allowed signers."""
    form = kept.PublicFormat.OpenSSH
    line = key().public_key().public_bytes(kept.Encoding.OpenSSH, form)
    return (
        b"a@b.example " + line + b"\n",
        b'# who\n*@b.example,c namespaces="apex-bundle",valid-after="20260101" ' + line + b" me\n",
        b'ca@b.example cert-authority,valid-before="20300101Z" ' + line + b"\n" + line + b"\n",
    )


@cache
def bundles() -> tuple[bytes, ...]:
    """Bundles of small answers with their packs, signed and not."""
    named = ("footing_ibc-2021_v1", "pricing_v1")
    some = [(f"packs/{name}.yaml", data) for name, data in packs() if name in named]
    sign: Callable[[bytes], bytes] = lambda sums: signature(key(), sums)  # noqa: E731 - said twice
    small = answers()[:4]
    return (
        bundle([("answer.json", small[0])]),
        bundle([("answer.json", small[1]), ("b\\\n.md", b""), *some], sign),
        bundle([("answer.jsonl", b"\n".join(one.replace(b"\n", b"") for one in small[2:]))], sign),
    )
