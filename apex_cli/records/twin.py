"""The Pydantic twin of a model: it finds every fault at once, and makes the JSON Schema.

Only an input that is in doubt comes here, and who asks for a schema.
"""

from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin

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
from apex_cli.records.fields import Asked, Checked, Refused, Tagged
from apex_cli.records.model import Declared, Faulty, Model

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
        return value.document()
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
        name: (_hint(one.hint), _field(one))
        for name, one in model.declared.items()
        if not any(base.declared.get(name) is one for base in bases)
    }
    if parameters := model.__dict__.get("__parameters__"):
        parents.append(Generic.__class_getitem__(parameters))
    validators: dict[str, Any] = {}
    if "consistent" in model.__dict__:
        validators["consistent"] = model_validator(mode="after")(_consistent(model))
    made: type[Strict] = create_model(
        model.__name__,
        __base__=tuple(parents), __doc__=model.__doc__, __module__=model.__module__,
        __validators__=validators, **own,
    )  # fmt: skip
    made.record = model
    return made


def _record(value: Any) -> Any:
    """The value with records in the place of twins."""
    if isinstance(value, Strict):
        names = value.record.declared
        stated = {names[name].asked.alias or name for name in value.model_fields_set}
        return value.record.made(stated, **{name: _record(getattr(value, name)) for name in names})
    if isinstance(value, dict):
        return {key: _record(item) for key, item in value.items()}
    return [_record(item) for item in value] if isinstance(value, list) else value


def _consistent(model: type[Model]) -> Any:
    def check(self: Strict) -> Strict:
        try:
            model.consistent(_record(self))
        except Refused as refusal:
            raise _error(refusal) from refusal
        return self

    return check


def _error(refusal: Refused) -> Exception:
    """A refusal as Pydantic tells it, at its places."""
    told = [
        (place, PydanticCustomError("refused", "{detail}", {"detail": detail}))
        for place, detail in refusal.faults
    ]
    if len(told) == 1 and not told[0][0]:
        return told[0][1]
    details = [InitErrorDetails(type=error, loc=place, input=None) for place, error in told]
    return ValidationError.from_exception_data("refused", details)


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
    return hint


def _annotated(hint: Any, marks: tuple[Any, ...]) -> Any:
    if tagged := next((mark for mark in marks if isinstance(mark, Tagged)), None):
        return _tagged(tagged, get_args(hint))
    made = _hint(hint)
    for mark in marks:
        made = Annotated[made, _mark(mark)]
    return made


def _mark(mark: Any) -> Any:
    if isinstance(mark, Asked):
        return Field(**_given(mark))
    return AfterValidator(_after(mark.function)) if isinstance(mark, Checked) else mark


def _after(function: Any) -> Any:
    def check(value: Any) -> Any:
        try:
            return function(value)
        except Refused as refusal:
            raise _error(refusal) from refusal

    return check


def _tagged(mark: Tagged, models: tuple[type[Model], ...]) -> Any:
    """A union whose members carry tags; `faults.py` leaves tags out of pointers."""
    members = tuple(
        Annotated[twin_of(model), Tag(f"type={get_args(model.hint_of(mark.key))[0]}")]
        for model in models
    )

    def tag(value: Any) -> str:
        return f"type={value.get(mark.key) if isinstance(value, dict) else None}"

    told = Discriminator(tag, custom_error_type="type", custom_error_message=mark.message)
    return Annotated[Union[members], told]  # noqa: UP007 - the members are data


def _given(asked: Asked) -> dict[str, Any]:
    """What a field says, without what it leaves unsaid."""
    unsaid = Asked()
    return {
        name: item
        for name, item in asked._asdict().items()
        if item is not getattr(unsaid, name) and name not in {"default", "default_factory"}
    }


def _field(one: Declared) -> Any:
    asked = one.asked
    if asked.default_factory:
        return Field(default_factory=asked.default_factory, **_given(asked))
    default = asked.default
    if isinstance(default, Model):
        document = default.document()
        given = {key: _bare(item) for key, item in document.items() if default.states(key)}
        default = twin_of(type(default)).model_validate(given)
    return Field(default=default, **_given(asked))
