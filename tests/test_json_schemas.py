"""The JSON Schemas, held by an independent validator against what apex reads, writes, refuses."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apex_cli.envelope.build import build, content_digest
from apex_cli.errors import ApexError, InternalFault, InvalidInput
from apex_cli.json_schemas import SCHEMAS, schema
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.records.fields import LEAST
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind
from apex_cli.yaml_reader import parse as parse_yaml

ROOT = Path(__file__).parents[1]
EXAMPLES = {path.stem: json.loads(path.read_bytes()) for path in ROOT.glob("examples/*.json")}
KINDS: tuple[CalculationKind, ...] = ("exposure", "footing", "support", "pricing", "all")
CATALOGUE = Catalogue()
VALIDATORS = {name: jsonschema.Draft202012Validator(schema(name)) for name in SCHEMAS}
PROJECT = schema("project")


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_whose_examples_fit(name: str) -> None:
    made = schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["examples"]
    for example in made["examples"]:
        VALIDATORS[name].validate(example)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_fits(name: str) -> None:
    VALIDATORS["project"].validate(EXAMPLES[name])


@pytest.mark.parametrize("path", sorted(ROOT.glob("packs/*.yaml")), ids=lambda path: path.stem)
def test_every_pack_fits(path: Path) -> None:
    kind = path.stem.partition("_")[0]
    VALIDATORS[f"pack-{kind}"].validate(parse_yaml(path.read_bytes(), path.name).value)


def invalid() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every template with one thing wrong, in every place there is."""
    for name in TEMPLATES:
        yield from (
            (f"{name} {where}", document) for where, document in _spoilt(template(name), "")
        )


def _spoilt(value: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield f"{where}/unheard_of", {**value, "unheard_of": 1}
    for key, item in value.items():
        wrong: Any = {"an": "object"} if not isinstance(item, dict) else "a text"
        yield f"{where}/{key}", {**value, key: wrong}
        if isinstance(item, float) or type(item) is int:
            yield f"{where}/{key} is huge", {**value, key: 1e300}
        if isinstance(item, dict):
            for place, inner in _spoilt(item, f"{where}/{key}"):
                yield place, {**value, key: inner}


INVALID = dict(invalid())


@pytest.mark.parametrize("name", INVALID)
def test_schema_and_apex_refuse_the_same(name: str) -> None:
    assert not VALIDATORS["project"].is_valid(INVALID[name])
    with pytest.raises(InvalidInput) as refused:
        validate(INVALID[name])
    place = name.split()[1]
    assert any(fault.pointer.startswith(place) for fault in refused.value.faults)


@pytest.mark.parametrize("name", TEMPLATES)
def test_null_is_absent_in_both(name: str) -> None:
    document = template(name)
    emptied = dict.fromkeys(PROJECT["properties"]) | {"schema_version": 1}
    VALIDATORS["project"].validate(emptied)
    validate(emptied)
    for key, block in document.items():
        model = PROJECT["$defs"].get(key.capitalize())
        if isinstance(block, dict) and model:
            nulls = dict.fromkeys(model["properties"])
            nulled = {**document, key: {**nulls, **block}}
            VALIDATORS["project"].validate(nulled)
            validate(nulled)


def test_a_project_may_name_its_schema() -> None:
    document = {"$schema": "./project.schema.json", **template("pole")}
    VALIDATORS["project"].validate(document)
    assert validate(document).json_schema == "./project.schema.json"
    with_it, without = (run("all", each, CATALOGUE) for each in (document, template("pole")))
    assert with_it["content_sha256"] == without["content_sha256"]


def values(part: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Whatever a part of the project's schema accepts."""
    if "$ref" in part:
        return values(PROJECT["$defs"][part["$ref"].rpartition("/")[2]])
    if "anyOf" in part or "oneOf" in part:
        found = part.get("anyOf") or part["oneOf"]
        return st.one_of(*(values(one) for one in found if "quantity-" not in one.get("$ref", "")))
    if "const" in part or "enum" in part:
        return st.sampled_from([part["const"]] if "const" in part else part["enum"])
    return KEYWORDS[part["type"]](part)


def _number(part: Mapping[str, Any]) -> st.SearchStrategy[float]:
    low = part.get("minimum", part.get("exclusiveMinimum"))
    high = part.get("maximum", part.get("exclusiveMaximum"))
    found = st.floats(
        low, high,
        exclude_min="exclusiveMinimum" in part, exclude_max="exclusiveMaximum" in part,
        allow_nan=False, allow_infinity=False,
    )  # fmt: skip
    return found.filter(lambda number: not 0 < abs(number) < LEAST)  # which no schema can say


def _integer(part: Mapping[str, Any]) -> st.SearchStrategy[int]:
    return st.integers(part.get("minimum", -(2**53) + 1), part.get("maximum", 2**53 - 1))


def _string(part: Mapping[str, Any]) -> st.SearchStrategy[str]:
    if "pattern" in part:
        found = st.from_regex(part["pattern"].replace(r"\d", "[0-9]"), fullmatch=True)
        return found.filter(lambda text: len(text) <= part.get("maxLength", 10**6))
    most = min(part.get("maxLength", 20), 20)
    return st.text(st.characters(codec="utf-8"), min_size=part.get("minLength", 0), max_size=most)


def _array(part: Mapping[str, Any]) -> st.SearchStrategy[list[Any]]:
    few = min(part.get("maxItems", 4), 4)
    return st.lists(values(part["items"]), min_size=part.get("minItems", 0), max_size=few)


def _object(part: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = part.get("properties", {})
    needed = part.get("required", [])
    if not known:
        keys = values({"type": "string", **part.get("propertyNames", {})})
        return st.dictionaries(keys, values(part["additionalProperties"]), max_size=3)
    return st.fixed_dictionaries(
        {key: values(known[key]) for key in needed},
        optional={key: values(item) for key, item in known.items() if key not in needed},
    )


KEYWORDS: dict[str, Callable[[Mapping[str, Any]], st.SearchStrategy[Any]]] = {
    "number": _number, "integer": _integer, "string": _string, "array": _array, "object": _object,
    "boolean": lambda _part: st.booleans(), "null": lambda _part: st.none(),
}  # fmt: skip


BLOCKS = (
    "site",
    "sign",
    "gust",
    "kz_method",
    "soil",
    "loads",
    "footing",
    "support",
    "pricing",
)


@cache
def in_block(name: str) -> st.SearchStrategy[Any]:
    """What may stand in a block of a project; it takes longer to make than to draw from."""
    return values(PROJECT["properties"][name])


@st.composite
def nearly(draw: st.DrawFn) -> dict[str, Any]:
    """An example some of whose fields are anything that the schema accepts there."""
    document = dict(draw(st.sampled_from(list(EXAMPLES.values()))))
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=3, unique=True)):
        new, old = draw(in_block(block)), document.get(block)
        if isinstance(new, dict) and isinstance(old, dict) and new:
            fields = draw(st.lists(st.sampled_from(sorted(new)), min_size=1, max_size=2))
            new = {**old, **{field: new[field] for field in fields}}
        document[block] = new
    return document


def answers_or_refuses(document: dict[str, Any]) -> None:
    VALIDATORS["project"].validate(document)
    for kind in KINDS:
        try:
            envelope = run(kind, document, CATALOGUE)
        except InternalFault:
            raise
        except ApexError as error:
            assert error.detail  # noqa: PT017 - a refusal is one of the two right outcomes
            envelope = build(kind, error=error)
        VALIDATORS["envelope"].validate(envelope)
        assert envelope["content_sha256"] == content_digest(json.loads(json.dumps(envelope)))


RARELY = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@RARELY
@given(document=values(PROJECT))
def test_what_the_schema_accepts_is_answered_or_refused(document: dict[str, Any]) -> None:
    answers_or_refuses(document)


@RARELY
@given(document=nearly())
def test_what_is_nearly_an_example_is_answered_or_refused(document: dict[str, Any]) -> None:
    answers_or_refuses(document)
