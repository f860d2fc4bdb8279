"""The base of every model: a record that is frozen and strict.

A model is declared as for Pydantic: annotated fields, `field` for what is asked of them,
`consistent` for what holds between them. Reading what is right needs nothing but this module; of
what is not, the model's twin tells every fault, and only then Pydantic is imported, which alone
costs more than a whole calculation.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

from apex_cli.errors import Fault
from apex_cli.records.fields import REQUIRED, Asked, Doubt, field
from apex_cli.records.readers import Reader, reader


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

    def default(self) -> Any:
        """The value of a field that is absent."""
        made = self.asked.default_factory
        return made() if made else self.asked.default


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Model:
    """A frozen record: no unknown keys, no type guessing, no NaN or infinity."""

    declared: ClassVar[dict[str, Declared]] = {}
    derived: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        """Collect the fields; names that begin with an underscore are not read."""
        super().__init_subclass__()
        own = {}
        for name, hint in vars(cls).get("__annotations__", {}).items():
            if not name.startswith("_"):
                written = cls.__dict__.get(name, REQUIRED)
                asked = written if isinstance(written, Asked) else Asked(default=written)
                own[name] = Declared(hint, asked)
                if name in cls.__dict__:
                    delattr(cls, name)
        cls.declared = {**cls.declared, **own}
        cls.derived = cls.derived | {
            name for name, item in vars(cls).items() if isinstance(item, cached_property)
        }
        cls._accept = None

    _accept: ClassVar[Reader | None] = None

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(type(self).read(values).__dict__)

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
        accept = cls.__dict__.get("_accept")
        if accept is None:
            accept = cls._accept = cls.accepting({})
        made: Self = accept(value)
        return made

    @classmethod
    def accepting(cls, bound: Mapping[TypeVar, Any]) -> Reader:
        """The reader of this model, its type variables bound."""
        known = {
            one.asked.alias or name: (name, reader(one.hint, bound))
            for name, one in cls.declared.items()
        }
        begin = {
            name: None if one.asked.default is REQUIRED else one.asked.default
            for name, one in cls.declared.items()
        }
        factories = [(n, f) for n, one in cls.declared.items() if (f := one.asked.default_factory)]
        required = {
            one.asked.alias or name
            for name, one in cls.declared.items()
            if one.asked.default is REQUIRED and not one.asked.default_factory
        }
        check = None if cls.consistent is Model.consistent else cls.consistent

        def accept(value: Any) -> Any:
            if type(value) is not dict:
                if isinstance(value, cls):
                    return value
                raise Doubt
            if not required <= value.keys():
                raise Doubt
            made = object.__new__(cls)
            values = made.__dict__
            values.update(begin)
            for name, make in factories:
                values[name] = make()
            for key, item in value.items():
                if key not in known:
                    raise Doubt
                name, read = known[key]
                values[name] = read(item)
            values["_stated"] = value.keys()
            if check:
                check(made)
            return made

        return accept

    def consistent(self) -> None:
        """Refuse a record whose parts do not fit together.

        Raises:
            Refused: They do not.
        """

    def states(self, key: str) -> bool:
        """Whether the document gives this field itself, so that it is no default."""
        return key in self.__dict__["_stated"]

    @classmethod
    def made(cls, stated: Collection[str], /, **values: Any) -> Self:
        """A record of values that are known to be right, all of them.

        Args:
            stated: The keys that the document gives.
            values: The value of every field.
        """
        made = object.__new__(cls)
        made.__dict__.update(values, _stated=stated)
        return made

    def replace(self, **changes: Any) -> Self:
        """The same record with other values, which are known to be right."""
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name in self.derived:
            made.__dict__.pop(name, None)
        made.__dict__.update(changes)
        return made

    def document(self) -> dict[str, Any]:
        """The record as JSON, defaults spelled out."""
        return {
            one.asked.alias or name: _document(self.__dict__[name])
            for name, one in self.declared.items()
        }

    @classmethod
    def hint_of(cls, name: str) -> Any:
        """The annotation of a field."""
        return cls.declared[name].hint

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.document()})"

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")


def _document(value: Any) -> Any:
    if isinstance(value, Model):
        return value.document()
    if isinstance(value, list):
        return [_document(item) for item in value]
    if isinstance(value, dict):
        return {name: _document(item) for name, item in value.items()}
    return value
