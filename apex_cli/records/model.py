"""The base of every model: a record that is frozen and strict.

A model is declared as for Pydantic: annotated fields, `field` for what is asked of them,
`consistent` for what holds between them. Reading what is right needs nothing but this module; of
what is not, the model's twin tells every fault, and only then Pydantic is imported, which alone
costs more than a whole calculation.
"""

from collections.abc import Callable, Collection, Mapping
from inspect import get_annotations
from typing import Annotated, Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

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


class _Plan(NamedTuple):
    """How a record is made.

    Args:
        known: Key to the field's name and reader.
        begin: Field to its default.
        factories: Fields whose default is made anew.
        required: Keys that must be there.
    """

    known: dict[str, tuple[str, Reader]]
    begin: dict[str, Any]
    factories: list[tuple[str, Callable[[], Any]]]
    required: set[str]


class Declared(NamedTuple):
    """A field as it was declared."""

    hint: Any
    asked: Asked


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Model:
    """A frozen record: no unknown keys, no type guessing, no NaN or infinity.

    Two records are equal only if they are one; `document` compares their values.
    """

    declared: ClassVar[dict[str, Declared]] = {}
    _accept: ClassVar[Reader | None] = None

    def __init_subclass__(cls) -> None:
        """Collect the fields; names that begin with an underscore are not read."""
        super().__init_subclass__()
        cls._accept = None
        cls.declared = {}
        for base in reversed(cls.__bases__):
            cls.declared |= getattr(base, "declared", {})
        for name, hint in get_annotations(cls).items():
            if not name.startswith("_"):
                written = vars(cls).get(name, REQUIRED)
                asked = written if isinstance(written, Asked) else Asked(default=written)
                cls.declared[name] = Declared(hint, asked)
                if name in vars(cls):
                    delattr(cls, name)

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
        known, begin, factories, required = cls._plan(bound)
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
            values["_stated"] = frozenset(value)
            if check:
                check(made)
            return made

        return accept

    @classmethod
    def _plan(cls, bound: Mapping[TypeVar, Any]) -> _Plan:
        plan = _Plan({}, {}, [], set())
        for name, (hint, asked) in cls.declared.items():
            key = asked.alias or name
            limits = asked._replace(default=REQUIRED, default_factory=None, alias=None)
            plan.known[key] = name, reader(Annotated[hint, limits], bound)
            plan.begin[name] = asked.default
            if asked.default_factory:
                plan.factories.append((name, asked.default_factory))
            elif asked.default is REQUIRED:
                plan.required.add(key)
        return plan

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
        made.__dict__.update(self.__dict__, **changes)
        made.forget()
        return made

    def forget(self) -> None:
        """Forget what was derived from the record: it is derived anew when it is asked for."""
        for name in self.__dict__.keys() - self.declared.keys():
            if not name.startswith("_"):
                del self.__dict__[name]

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

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")


def _document(value: Any) -> Any:
    if isinstance(value, Model):
        return value.document()
    if isinstance(value, list):
        return [_document(item) for item in value]
    if isinstance(value, dict):
        return {name: _document(item) for name, item in value.items()}
    return value
