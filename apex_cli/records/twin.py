"""The Pydantic twin of a model: it finds every fault at once, and makes the JSON Schema.

Only an input that is in doubt comes here, and who asks for a schema.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    create_model,
    model_validator,
)  # fmt: skip
from pydantic_core import InitErrorDetails, PydanticCustomError

from apex_cli.records.faults import faults_of
from apex_cli.records.fields import MOST, WHOLE, Asked, Checked, Refused, Tagged, measured
from apex_cli.records.model import Faulty, Model

M = TypeVar("M", bound=Model)


class Strict(BaseModel):
    """The base of every twin, and of what Pydantic alone reads.

    Args:
        record: The model it is the twin of.
    """

    record: ClassVar[type[Model]]
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


def ask(model: type[M], value: Any) -> M:
    """The record in a value that was in doubt.

    Raises:
        Faulty: With every fault there is.
    """
    twin = twin_of(model)
    try:
        made: M = _record(twin.model_validate(_bare(value)))
    except ValidationError as error:
        raise Faulty(faults_of(error, twin)) from error
    return made


def _bare(value: Any) -> Any:
    """The value without records in it."""
    if isinstance(value, Model):
        return value.as_json()
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items()}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def twin_of(model: type[Model]) -> type[Strict]:
    """The Pydantic model that asks for the same as this model."""
    key: Any = model
    return _twin(key)


@cache
def _twin(model: type[Model]) -> type[Strict]:
    bases = [base for base in model.__bases__ if issubclass(base, Model)]
    parents: list[Any] = [Strict if base is Model else twin_of(base) for base in bases]
    own: dict[str, Any] = {
        name: (_hint(one.hint), _field(one.asked))
        for name, one in model.declared.items()
        if not any(base.declared.get(name) is one for base in bases)
    }
    if parameters := model.__dict__.get("__parameters__"):
        parents.append(Generic.__class_getitem__(parameters))
    validators: dict[str, Any] = {}
    if "consistent" in model.__dict__:
        validators["consistent"] = model_validator(mode="after")(_consistent)
    made: type[Strict] = create_model(
        model.__name__,
        __base__=tuple(parents), __doc__=model.__doc__, __module__=model.__module__,
        __validators__=validators, **own,
    )  # fmt: skip
    made.record = model
    return made


def _field(asked: Asked) -> Any:
    told = {"alias": asked.alias, "description": asked.description}
    given: dict[str, Any] = {name: one for name, one in told.items() if one}
    if asked.default_factory is not NODEFAULT:
        return Field(default_factory=asked.default_factory, **given)
    default = asked.default
    if isinstance(default, Model):
        default = twin_of(type(default)).model_validate(_bare(default))
    return Field(default=... if default is NODEFAULT else default, **given)


def _record(value: Any) -> Any:
    """The value with records in the place of twins."""
    if isinstance(value, Strict):
        names = value.model_fields_set & {*value.record.__struct_fields__}
        return value.record(**{name: _record(getattr(value, name)) for name in names})
    if isinstance(value, dict):
        return {key: _record(item) for key, item in value.items()}
    return [_record(item) for item in value] if isinstance(value, list) else value


def _consistent(self: Strict) -> Strict:
    with _told():
        _record(self)
    return self


@contextmanager
def _told() -> Iterator[None]:
    """Tell a refusal as Pydantic does, at its places."""
    try:
        yield
    except Refused as refusal:
        told = [
            (place, PydanticCustomError("refused", "{detail}", {"detail": detail}))
            for place, detail in refusal.faults
        ]
        if len(told) == 1 and not told[0][0]:
            raise told[0][1] from refusal
        details = [InitErrorDetails(type=error, loc=place, input=None) for place, error in told]
        raise ValidationError.from_exception_data("refused", details) from refusal


def _hint(hint: Any) -> Any:
    """The annotation with twins in the place of models."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(hint.__origin__, hint.__metadata__)
    if origin in {Union, UnionType}:
        return Union[tuple(map(_hint, args))]  # noqa: UP007 - the members are data
    if origin in {list, dict}:
        return origin[tuple(map(_hint, args))]
    kind = origin or hint
    if isinstance(kind, type) and issubclass(kind, Model):
        twin: Any = twin_of(kind)
        return twin[args] if args else twin
    if origin is Literal or hint in PLAIN or isinstance(hint, TypeVar):
        return hint
    raise TypeError(f"{hint} is not a kind of field that a model may have")


PLAIN = (Any, float, int, str, bool, NoneType)


def _annotated(hint: Any, marks: tuple[Any, ...]) -> Any:
    if tagged := next((mark for mark in marks if isinstance(mark, Tagged)), None):
        return _tagged(tagged.message, get_args(hint))
    made = _hint(hint)
    for mark in marks:
        made = Annotated[made, _mark(mark)]
    return Annotated[made, AfterValidator(_after(measured))] if hint is float else made


def _mark(mark: Any) -> Any:
    if isinstance(mark, Meta):
        limits = {name: getattr(mark, name) for name in LIMITS}
        given = {name: one for name, one in limits.items() if one not in {None, MOST, -MOST}}
        if mark.pattern:
            given["pattern"] = _pattern(mark.pattern)
        return Field(**given, json_schema_extra=mark.extra_json_schema)
    return AfterValidator(_after(mark.function)) if isinstance(mark, Checked) else mark


def _pattern(pattern: str) -> str:
    if not pattern.endswith(WHOLE):
        raise TypeError(f"{pattern} is not whole")
    return pattern.removesuffix(WHOLE) + "$"


LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length")


def _after(function: Any) -> Any:
    def check(value: Any) -> Any:
        with _told():
            return function(value)

    return check


def _tagged(message: str, models: tuple[type[Model], ...]) -> Any:
    """A union whose members carry tags; `faults.py` leaves tags out of pointers."""
    key = models[0].__struct_config__.tag_field
    members = tuple(
        Annotated[twin_of(model), Tag(f"type={model.__struct_config__.tag}")] for model in models
    )

    def tag(value: Any) -> str:
        return f"type={value.get(key) if isinstance(value, dict) else None}"

    told = Discriminator(tag, custom_error_type="type", custom_error_message=message)
    return Annotated[Union[members], told]  # noqa: UP007 - the members are data
