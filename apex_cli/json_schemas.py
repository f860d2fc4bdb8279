"""JSON Schemas (2020-12) of everything that apex reads and writes, made from the models."""

from collections.abc import Callable
from functools import partial, reduce
from operator import or_
from typing import Any, cast

from pydantic import BaseModel, RootModel

from apex_cli.packs.loader import OWN, model_of
from apex_cli.records.twin import Strict, twin_of
from apex_cli.units.fields import unit_of
from apex_cli.units.table import EXAMPLES as WRITTEN
from apex_cli.units.table import named
from apex_cli.units.text import LONGEST
from apex_cli.vocabulary import PACK_KINDS, PackKind, without_nulls

QUANTITY = r"^ *[-+−–]? *[.0-9][^,]*[A-Za-z'\"′″’”²³°]2?3? *$"
"""Roughly what a quantity looks like: to an editor, whose words would be of no help beyond."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _project() -> type[Strict]:
    from apex_cli.project.model import Project  # noqa: PLC0415 - each is loaded when asked for

    return twin_of(Project)


def _envelope() -> type[Strict]:
    from apex_cli.envelope.model import Envelope  # noqa: PLC0415 - loaded when it is asked for

    return Envelope


def _problem() -> type[Strict]:
    from apex_cli.envelope.model import Problem  # noqa: PLC0415 - loaded when it is asked for

    return Problem


def _pack(kind: PackKind) -> type[BaseModel]:
    """The model of a kind of pack; of several where some methods have one of their own."""
    own: list[Any] = [twin_of(model_of(kind, method)) for of, method in OWN if of == kind]
    usual: Any = twin_of(model_of(kind))
    made = RootModel.__class_getitem__(reduce(or_, own, usual)) if own else usual
    return cast("type[BaseModel]", made)


SCHEMAS: dict[str, Callable[[], type[BaseModel]]] = {
    "project": _project,
    "envelope": _envelope,
    "problem": _problem,
    **{f"pack-{kind}": partial(_pack, kind) for kind in PACK_KINDS},
}
"""Every schema by its name on the command line."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of this name, with examples.

    >>> made = schema("project")
    >>> made["properties"]["schema_version"]["const"], len(made["examples"])
    (1, 8)
    """
    made = SCHEMAS[name]().model_json_schema(by_alias=True)
    if name == "project":
        made = _nullable(_with_quantities(made))
    examples = EXAMPLES.get(name, _packs)(name)
    return {"$schema": DIALECT, "$id": f"urn:apex:schema:{name}", **made, "examples": examples}


def _with_quantities(made: dict[str, Any]) -> dict[str, Any]:
    """The schema with text permitted wherever a number has a unit: one kind a dimension."""
    kinds = {
        _kind(dimension): {
            "type": "string",
            "pattern": QUANTITY,
            "maxLength": LONGEST,
            "description": f"A number and its unit: {', '.join(examples)}.",
            "examples": list(examples),
        }
        for dimension, examples in WRITTEN.items()
    }
    return {**made, "$defs": {**_or_quantity(made["$defs"], None), **kinds}}


def _or_quantity(value: Any, unit: str | None) -> Any:
    """A part of the schema of a field of this unit, or of none."""
    if isinstance(value, list):
        return [one for item in value for one in _alternatives(_or_quantity(item, unit))]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "number" and unit:
        told = {key: part for key, part in value.items() if key in _ANNOTATIONS}
        rest = {key: part for key, part in value.items() if key not in told}
        kind = _kind(named(unit).dimension)
        return {"anyOf": [rest, {"$ref": f"#/$defs/{kind}"}], **told}
    return {
        key: {name: _or_quantity(item, unit_of(name)) for name, item in part.items()}
        if key == "properties"
        else _or_quantity(part, unit)
        for key, part in value.items()
    }


def _alternatives(part: Any) -> list[Any]:
    """The alternatives that a part of a list consists of, if it is nothing more."""
    return part["anyOf"] if isinstance(part, dict) and part.keys() == {"anyOf"} else [part]


def _kind(dimension: str) -> str:
    return f"quantity-{dimension.replace(' ', '-')}"


def _nullable(value: Any) -> Any:
    """The schema with null permitted wherever a member may be absent: in a project they are one."""
    if isinstance(value, list):
        return [_nullable(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _nullable(item) for key, item in value.items()}
    if isinstance(properties := made.get("properties"), dict):
        optional = properties.keys() - set(made.get("required", ()))
        made["properties"] = {
            key: _or_null(item) if key in optional else item for key, item in properties.items()
        }
    return made


def _or_null(item: dict[str, Any]) -> dict[str, Any]:
    if _NULL in item.get("anyOf", ()):
        return item
    told = {key: part for key, part in item.items() if key in _ANNOTATIONS}
    rest = {key: part for key, part in item.items() if key not in told}
    return {"anyOf": [rest, _NULL], **told}


_NULL = {"type": "null"}
_ANNOTATIONS = ("title", "description", "default")


def _projects(_name: str) -> list[dict[str, Any]]:
    from apex_cli.project.templates import TEMPLATES, template  # noqa: PLC0415 - loaded when it is asked for

    return [template(name) for name in TEMPLATES]


def _envelopes(_name: str) -> list[dict[str, Any]]:
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is asked for
    from apex_cli.project.templates import template  # noqa: PLC0415 - loaded when it is asked for
    from apex_cli.run.chain import run  # noqa: PLC0415 - loaded when it is asked for

    return [run("footing", template("footing-only"), Catalogue())]


def _problems(_name: str) -> list[dict[str, Any]]:
    from apex_cli.envelope.build import problem  # noqa: PLC0415 - loaded when it is asked for
    from apex_cli.errors import Fault, InvalidInput  # noqa: PLC0415 - loaded when it is asked for

    fault = Fault("/soil/clas", "unknown key", hint="did you mean 'class'?")
    return [problem(InvalidInput.at(fault))]


def _packs(name: str) -> list[dict[str, Any]]:
    from apex_cli.packs.catalogue import Catalogue  # noqa: PLC0415 - loaded when it is asked for

    catalogue = Catalogue()
    kind = name.removeprefix("pack-")
    entry = next(entry for entry in catalogue.entries() if entry.kind == kind and entry.bundled)
    pack, _ = catalogue.load(entry.kind, entry.ref)
    return [without_nulls(pack.as_json())]


EXAMPLES: dict[str, Callable[[str], list[dict[str, Any]]]] = {
    "project": _projects,
    "envelope": _envelopes,
    "problem": _problems,
}
"""What shows the examples of a schema; those of packs are bundled packs."""
