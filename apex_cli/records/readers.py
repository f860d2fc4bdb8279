"""From an annotation to its reader: a function that returns what is certainly right, or doubts.

A reader decides nothing but this: whether a value fits without any doubt. Whoever doubts asks the
twin, so a fault is found, told and worded in one place only.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import inf, isfinite
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from apex_cli.records.fields import REQUIRED, Asked, Checked, Doubt, Tagged

Reader = Callable[[Any], Any]
Bound = Mapping[TypeVar, Any]


def reader(hint: Any, bound: Bound | None = None) -> Reader:
    """The reader of an annotation.

    Args:
        hint: What a value must be.
        bound: What the type variables within it stand for.
    """
    if isinstance(hint, TypeVar):
        return reader((bound or {})[hint])
    make = _MAKERS.get(get_origin(hint))
    return make(hint, bound) if make else _PLAIN.get(hint) or _model(hint)


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise Doubt

    return read


def _number(value: Any) -> float:
    if type(value) is float:
        if isfinite(value):
            return value
    elif type(value) is int and -_EXACT <= value <= _EXACT:
        return float(value)
    raise Doubt


def _text(value: Any) -> str:
    if type(value) is str and (value.isascii() or not _SURROGATE.search(value)):
        return value
    raise Doubt


_EXACT = 2**53
_SURROGATE = re.compile("[\ud800-\udfff]")


_PLAIN: dict[Any, Reader] = {
    Any: lambda value: value,
    float: _number,
    int: _exactly(int),
    str: _text,
    bool: _exactly(bool),
}


@cache
def _model(hint: Any) -> Reader:
    """The reader of a model, or of a generic one with its parameters."""
    origin = get_origin(hint)
    if origin is None:
        accept: Reader = hint.accept
        return accept
    names = origin.__parameters__
    made: Reader = origin.accepting(dict(zip(names, get_args(hint), strict=True)))
    return made


def _literal(hint: Any, _bound: Bound | None) -> Reader:
    options = get_args(hint)
    kinds = {type(option) for option in options}
    among = frozenset(options)

    def read(value: Any) -> Any:
        if type(value) in kinds and value in among:
            return value
        raise Doubt

    return read


def _optional(hint: Any, bound: Bound | None) -> Reader:
    (one,) = (arg for arg in get_args(hint) if arg is not type(None))
    inner = reader(one, bound)
    return lambda value: None if value is None else inner(value)


def _list(hint: Any, bound: Bound | None) -> Reader:
    inner = reader(get_args(hint)[0], bound)

    def read(value: Any) -> list[Any]:
        if type(value) is list:
            return [inner(item) for item in value]
        raise Doubt

    return read


def _dict(hint: Any, bound: Bound | None) -> Reader:
    key, inner = (reader(arg, bound) for arg in get_args(hint))

    def read(value: Any) -> dict[Any, Any]:
        if type(value) is dict:
            return {key(name): inner(item) for name, item in value.items()}
        raise Doubt

    return read


def _annotated(hint: Any, bound: Bound | None) -> Reader:
    marks = hint.__metadata__
    if tagged := next((mark for mark in marks if isinstance(mark, Tagged)), None):
        return _tagged(tagged.key, get_args(hint.__origin__))
    read = reader(hint.__origin__, bound)
    for mark in marks:
        if isinstance(mark, Asked):
            assert mark.default is REQUIRED  # a default stands beside the field
            assert not mark.alias  # likewise
            read = _asked(read, mark)
        elif isinstance(mark, Checked):
            read = _then(read, mark.function)
    return read


def _then(inner: Reader, function: Reader) -> Reader:
    return lambda value: function(inner(value))


def _tagged(key: str, models: tuple[Any, ...]) -> Reader:
    by_tag = {get_args(model.hint_of(key))[0]: reader(model) for model in models}

    def read(value: Any) -> Any:
        if type(value) is dict and isinstance(tag := value.get(key), str) and tag in by_tag:
            return by_tag[tag](value)
        if type(value) in models:
            return value
        raise Doubt

    return read


_MAKERS: dict[Any, Callable[[Any, Bound | None], Reader]] = {
    Annotated: _annotated,
    Literal: _literal,
    Union: _optional,
    UnionType: _optional,
    list: _list,
    dict: _dict,
}


def _asked(inner: Reader, asked: Asked) -> Reader:
    """A reader that holds a value within its limits too."""
    if asked.pattern or asked.min_length is not None or asked.max_length is not None:
        inner = _sized(inner, asked)
    if (asked.ge, asked.gt, asked.le, asked.lt) == (None,) * 4:
        return inner
    ge, gt = (-inf if limit is None else limit for limit in (asked.ge, asked.gt))
    le, lt = (inf if limit is None else limit for limit in (asked.le, asked.lt))

    def read(value: Any) -> Any:
        made = inner(value)
        if ge <= made <= le and gt < made < lt:
            return made
        raise Doubt

    return read


def _sized(inner: Reader, asked: Asked) -> Reader:
    low, high = asked.min_length or 0, asked.max_length
    match = re.compile(asked.pattern).fullmatch if asked.pattern else None

    def read(value: Any) -> Any:
        made = inner(value)
        if len(made) < low or (high is not None and len(made) > high):
            raise Doubt
        if match and not match(made):
            raise Doubt
        return made

    return read
