"""From bytes to model: what is refused, where, and why."""

from pathlib import Path
from typing import Any, Literal

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.loader import load, model_of
from apex_cli.packs.model import Constant, Pack, Sourced, bind
from apex_cli.records.model import Model
from apex_cli.vocabulary import PACK_KINDS

BOOK = (Path(__file__).parents[2] / "packs" / "pricing_v1.yaml").read_bytes()


def refused(data: bytes, kind: Any = "pricing", ref: str = "v1") -> PackError:
    with pytest.raises(PackError) as caught:
        load(data, "my.yaml", kind, ref)
    assert (caught.value.problem_code, caught.value.exit_code) == ("pack.invalid", 4)
    return caught.value


@pytest.mark.parametrize("kind", PACK_KINDS)
def test_each_kind_has_a_model_that_takes_that_kind_alone(kind: Any) -> None:
    assert issubclass(model_of(kind), Pack)
    assert model_of(kind).__name__.lower() == f"{kind}pack"
    if kind != "pricing":
        refused(BOOK, kind)


@pytest.mark.parametrize("data", [b"", b"- 1\n", b"text\n", b"12\n"])
def test_a_pack_is_a_mapping(data: bytes) -> None:
    error = refused(data)
    assert error.detail == "my.yaml: /: must be an object"
    assert error.faults[0].pointer == ""


def test_an_unknown_key_has_line_and_suggestion() -> None:
    error = refused(BOOK.replace(b"\ncents:", b"\ncent:"))
    assert [(fault.pointer, fault.detail) for fault in error.faults] == [
        ("/cents", "is missing"),
        ("/cent", "unknown key"),
    ]
    line = BOOK.split(b"\n").index(b"cents: half_up") + 1
    assert error.faults[1].hint == f"line {line}, did you mean 'cents'?"
    assert error.detail == "my.yaml: /cents: is missing, and 1 more"


def test_a_fault_without_a_line_of_its_own_has_that_of_what_holds_it() -> None:
    error = refused(BOOK.replace(b"    label: Hard copies\n", b""))
    line = BOOK.split(b"\n").index(b"  - code: hard_copies") + 1
    assert (error.faults[0].pointer, error.hint) == ("/rows/2/label", f"line {line}")
    assert "more" not in error.detail


def test_a_pack_is_what_its_name_says() -> None:
    assert "says of itself that it is pricing_v1" in refused(BOOK, ref="v2").detail


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"kind: pricing", b"kind: prices"),
        (b"ref: v1", b"ref: ../v1"),
        (b"ref: v1", b"ref: 1"),
        (b"released: 2026-11-23", b"released: yesterday"),
        (b"supersedes: null", b"supersedes: older"),
        (b"title: E", b"title: [E]\nx: E"),
        (b"refs:\n  - ", b"refs: "),
        (b"status: secondary", b"status: certain"),
        (b"sources: [price-list]", b"sources: []"),
    ],
)
def test_the_head_is_strict(old: bytes, new: bytes) -> None:
    assert old in BOOK
    refused(BOOK.replace(old, new))


class Table(Sourced):
    rows: list[float]


class Part(Model):
    depth: Constant[Literal["ft"]]


class Small(Pack):
    depth: Constant[Literal["ft"]]
    table: Table
    named: dict[str, Constant[Literal["ft"]]]
    parts: list[Part]
    plain: list[int]


def small() -> Small:
    said = {"clause": "1", "status": "derived", "sources": ["a"]}
    depth = {"value": 2.0, "unit": "ft", **said}
    return Small.read(
        {
            "kind": "footing", "ref": "x_v1", "standard": "S", "title": "T",
            "released": "2026-01-01", "refs": [], "sources": {}, "depth": depth,
            "table": {"rows": [1.0, 2.0], **said}, "named": {"a": depth},
            "parts": [{"depth": depth}], "plain": [1],
        }
    )  # fmt: skip


def test_every_number_knows_where_it_stands() -> None:
    pack = small()
    assert pack.depth.number.origin == ""
    bind(pack)
    assert (pack.depth.number, pack.depth.number.origin) == (2.0, "footing:/depth")
    assert pack.depth.number.status == "derived"
    assert pack.table.at("rows", 1, value=2.0).origin == "footing:/table/rows/1"
    assert pack.named["a"].number.origin == "footing:/named/a"
    assert pack.parts[0].depth.number.origin == "footing:/parts/0/depth"


def test_a_wrong_unit_is_refused() -> None:
    document = small().as_json()
    document["depth"]["unit"] = "in"
    with pytest.raises(ValueError, match="'ft'"):
        Small.read(document)
