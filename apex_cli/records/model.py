"""The base of every model: a record that is frozen and strict.

A model is declared by annotated fields, `Meta` within an annotation for the limits of a value,
`field` for what is told beside it, `consistent` for what holds between fields. msgspec reads what
is right; of what is not, the model's twin tells every fault, and only then Pydantic is imported,
which alone costs more than a whole calculation.
"""

from collections.abc import Callable, Iterator
from copy import copy
from functools import cache
from inspect import get_annotations
from itertools import compress
from operator import attrgetter, is_not
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    Self,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
)

from msgspec import NODEFAULT, Struct, StructMeta, ValidationError, convert
from msgspec import field as member
from msgspec.structs import force_setattr

from apex_cli.errors import Fault
from apex_cli.records.fields import Asked, Checked, Doubt, field, measured


class Faulty(ValueError):
    """What was read is not what the model asks for.

    Args:
        faults: Every place that is wrong.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.pointer}: {fault.detail}" for fault in faults))


class Declared(NamedTuple):
    """A field as it was declared."""

    hint: Any
    asked: Asked


class _Kind(StructMeta):
    """Makes the models of what is declared, their fields given by keyword only."""

    def __new__(cls, name: str, bases: Any, namespace: dict[str, Any], **options: Any) -> Any:
        """Tell msgspec what it knows of what is declared, and keep the whole."""
        beside = {key: one for key, one in namespace.items() if isinstance(one, Asked)}
        for key, (default, factory, alias, _) in beside.items():
            given: Any = {"default": _own(default), "default_factory": factory, "name": alias}
            namespace[key] = member(**given)
        plain = dict(namespace)
        made: Any = super().__new__(cls, name, bases, namespace, kw_only=True, **options)
        config = made.__struct_config__
        if config.tag_field:
            setattr(made, config.tag_field, config.tag)
        made.declared = {}
        for base in reversed(bases):
            made.declared |= getattr(base, "declared", {})
        for key, hint in get_annotations(made).items():
            origin: Any = get_origin(hint)
            if origin is not ClassVar:
                asked = beside.get(key) or Asked(plain.get(key, NODEFAULT))
                made.declared[key] = Declared(hint, asked)
            elif key == config.tag_field:
                made.declared[key] = Declared(get_args(hint)[0], Asked())
        return made


def _own(default: Any) -> Any:
    """The default as an object of its own, by which `states` knows it from the same value read."""
    if type(default) is float:
        return float.fromhex(default.hex())
    return "".join(list(default)) if type(default) is str else default


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Model(Struct, metaclass=_Kind, frozen=True, forbid_unknown_fields=True, dict=True, eq=False):
    """A frozen record: no unknown keys, no type guessing, no NaN or infinity.

    Two records are equal only if they are one; `as_json` compares their values.

    Args:
        declared: Every field by its name.
    """

    declared: ClassVar[dict[str, Declared]]

    @classmethod
    def read(cls, value: Any) -> Self:
        """The record in a JSON object.

        Raises:
            Faulty: With every fault there is.
        """
        try:
            return cls.accept(value)
        except (Doubt, RecursionError):
            from apex_cli.records.twin import ask  # noqa: PLC0415 - Pydantic, only when in doubt

            return ask(cls, value)

    @classmethod
    def accept(cls, value: Any) -> Self:
        """The record in a JSON object that is right.

        Raises:
            Doubt: It may be wrong.
        """
        made: Self = certain(cls, value)
        return made

    def __post_init__(self) -> None:
        for name, function in _checks(type(self)):
            if (value := getattr(self, name)) is not None:
                function(value)
        self.consistent()

    def consistent(self) -> None:
        """Refuse a record whose parts do not fit together.

        Raises:
            Refused: They do not.
        """

    @classmethod
    def hint_of(cls, name: str) -> Any:
        """The annotation of a field."""
        return cls.declared[name].hint

    def states(self, key: str) -> bool:
        """Whether the document gives this field itself, so that it is no default.

        Args:
            key: A field with a default that is None, or a number or a text told by `field`.
        """
        name, default = _defaults(type(self))[key]
        return getattr(self, name) is not default and name not in self.__dict__.get("_silent", ())

    def others(self, other: Self) -> list[str] | None:
        """The fields in which another record of this model has another object.

        Returns:
            Their names; None if one of the records states what the other does not.
        """
        if (self.__dict__.get("_silent") or ()) != (other.__dict__.get("_silent") or ()):
            return None
        fields, values = _fields(type(self))
        names = []
        for name, default in compress(fields, map(is_not, values(self), values(other))):
            if getattr(self, name) is default or getattr(other, name) is default:
                return None
            names.append(name)
        return names

    def replace(self, **changes: Any) -> Self:
        """The same record with other values, which are known to be right; it states as much."""
        made = copy(self)  # without what was derived from it, which is derived anew
        made.__dict__.update({key: self.__dict__[key] for key in self.__dict__ if key[0] == "_"})
        silent = {name for name in changes if not self.states(name)}
        made.__dict__["_silent"] = silent.union(self.__dict__.get("_silent", ()))
        for name, value in changes.items():
            force_setattr(made, name, value)
        return made

    def as_json(self) -> dict[str, Any]:
        """The record as JSON, defaults spelled out."""
        keys = dict(zip(self.__struct_fields__, self.__struct_encode_fields__, strict=True))
        return {keys.get(name, name): _as_json(getattr(self, name)) for name in self.declared}


def certain(kind: Any, value: Any) -> Any:
    """The value with records in it, if it is certainly of this kind.

    Args:
        kind: A model, or another annotation.
        value: As a parser gives it: dicts, lists, numbers, texts of whole letters.

    Raises:
        Doubt: It may be wrong.
    """
    try:
        return convert(value, kind)
    except ValidationError as error:
        raise Doubt from error


@cache
def _checks(model: type[Model]) -> list[tuple[str, Callable[[Any], Any]]]:
    """The functions that check the fields of a model, each with its field."""
    hints = {name: one.hint for name, one in model.declared.items()}
    found = [(name, check) for name, hint in hints.items() for check in _checked(hint)]
    return found + [(name, measured) for name, hint in hints.items() if _holds_floats(hint)]


def _holds_floats(hint: Any) -> bool:
    return hint is float or any(map(_holds_floats, get_args(hint)))


def _checked(hint: Any) -> Iterator[Callable[[Any], Any]]:
    if get_origin(hint) is Annotated:
        yield from _checked(hint.__origin__)
        yield from (mark.function for mark in hint.__metadata__ if isinstance(mark, Checked))
        return
    for part in get_args(hint):
        for check in _checked(part):
            if get_origin(hint) not in {Union, UnionType}:
                raise TypeError(f"{hint}: only a field as a whole can be checked")
            yield check


@cache
def _fields(model: type[Model]) -> tuple[list[tuple[str, Any]], Callable[[Model], tuple[Any, ...]]]:
    """Each field with its default, and what takes the values of all."""
    required = len(model.__struct_fields__) - len(model.__struct_defaults__)
    defaults = [NODEFAULT] * required + list(model.__struct_defaults__)
    names = model.__struct_fields__
    one = attrgetter(*names)
    return list(zip(names, defaults, strict=True)), one if len(names) > 1 else lambda it: (one(it),)


@cache
def _defaults(model: type[Model]) -> dict[str, tuple[str, Any]]:
    """Fields, by their names and by their keys, each with its default."""
    pairs, _ = _fields(model)
    by_name = dict(zip(model.__struct_fields__, pairs, strict=True))
    return by_name | dict(zip(model.__struct_encode_fields__, pairs, strict=True))


def _as_json(value: Any) -> Any:
    if isinstance(value, Model):
        return value.as_json()
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    if isinstance(value, dict):
        return {name: _as_json(item) for name, item in value.items()}
    return value
