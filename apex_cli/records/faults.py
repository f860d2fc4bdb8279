"""Pydantic's errors in our words: pointer, what is wrong, "did you mean"."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, Tag, ValidationError
from pydantic.fields import FieldInfo

from apex_cli.errors import MOST_FAULTS, Fault
from apex_cli.pointer import pointer
from apex_cli.records.meant import meant

MOST_SUGGESTIONS = 200
"""Looking for a near word takes time, and nobody reads more."""


def faults_of(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """Pydantic's first thousand errors as faults: pointers, plain words and "did you mean"."""
    faults: list[Fault] = []
    for item in error.errors(include_url=False, include_context=True)[:MOST_FAULTS]:
        kind, where = item["type"], item["loc"]
        place = [part for part in where if not _is_tag(part)]
        value = item.get("input") if kind not in {"missing", "extra_forbidden"} else None
        detail = _WORDS.get(kind, item["msg"])
        hint = ""
        if kind == "extra_forbidden" and len(faults) < MOST_SUGGESTIONS:
            hint = meant(str(where[-1]), item.get("input"), keys_at(model, where[:-1]))
        faults.append(Fault(pointer(place), detail, _shown(value), hint))
    return faults


_WORDS = {
    "extra_forbidden": "unknown key",
    "missing": "is missing",
    "float_type": "must be a number",
    "int_type": "must be a whole number",
    "string_type": "must be text",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "dict_type": "must be an object",
}


LONGEST_SHOWN = 80


def _shown(value: Any) -> Any:
    """The value if it is short enough to show, else its beginning."""
    if isinstance(value, str):
        return _cut(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    text = json.dumps(value, ensure_ascii=False, default=str)
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def keys_at(model: type[BaseModel], where: Iterable[str | int]) -> list[str]:
    """The keys that the model knows at this place.

    >>> class Inner(BaseModel):
    ...     width_ft: float
    >>> class Outer(BaseModel):
    ...     items: list[Inner] | None
    >>> keys_at(Outer, ["items", 0])
    ['width_ft']
    """
    here: Any = model
    for part in where:
        if _is_tag(part):
            here = _tagged(here, str(part))
        elif isinstance(part, str):
            found = _model_in(here)
            fields = _fields(found) if found else {}
            here = fields[part].annotation if part in fields else None
    found = _model_in(here)
    return list(_fields(found)) if found else []


def _is_tag(part: str | int) -> bool:
    """Whether this part of a place is the tag of a union's member, not a key of the document."""
    return isinstance(part, str) and part.startswith("type=")


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _tagged(annotation: Any, tag: str) -> Any:
    """The member with this tag of the union inside an annotation."""
    if any(
        isinstance(item, Tag) and item.tag == tag
        for item in getattr(annotation, "__metadata__", ())
    ):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next(filter(None, (_tagged(item, tag) for item in inner)), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `list[Element] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None
