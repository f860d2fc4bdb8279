"""Views: what one calculation sees of a project, and so reads, needs and quotes.

A view is a `Struct` of a calculation's own: a field is a block of the project, or what stands
at the place that `At` names. A field that cannot be None is needed. Its numbers know their place,
because the project's do (`located`).
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, get_args

from msgspec import Struct

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.model import Inputs
from apex_cli.quantities import Known
from apex_cli.records.model import Model

V = TypeVar("V", bound=Struct)
M = TypeVar("M", bound=Model)


class At(NamedTuple):
    """Within `Annotated`: where in the project a view's field stands, if not on top by its name."""

    pointer: str


@cache
def _places(view: type[Struct]) -> dict[str, bool]:
    """Where each field of a view stands, and whether it must be there."""
    found = {}
    for name, hint in view.__annotations__.items():
        kind, *marks = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
        where = next((mark.pointer for mark in marks if isinstance(mark, At)), f"/{name}")
        found[where] = type(None) not in get_args(kind)
    return found


def reads(view: type[Struct]) -> tuple[str, ...]:
    """Pointers of the parts that the view shows."""
    return tuple(_places(view))


def needs(view: type[Struct]) -> tuple[str, ...]:
    """Pointers of the parts that must be there."""
    return tuple(where for where, needed in _places(view).items() if needed)


@cache
def _look(view: type[Struct]) -> Callable[[Inputs], Any]:
    """What takes the view of a project; a sweep comes here at every point."""
    places = reads(view)
    get = looker(places)
    needed = [places.index(where) for where in needs(view)]

    def look(project: Inputs) -> Any:
        values = get(project)
        for at in needed:
            if values[at] is None:
                raise InvalidInput.at(missing(places[at]))
        return view(*values)

    return look


def looker(places: tuple[str, ...]) -> Callable[[Inputs], tuple[Any, ...]]:
    """What takes of a project what stands at these places; None where nothing does."""
    one = attrgetter(*(where[1:].replace("/", ".") for where in places))
    get: Callable[[Inputs], Any] = one if len(places) > 1 else lambda project: (one(project),)

    def look(project: Inputs) -> tuple[Any, ...]:
        try:
            values: tuple[Any, ...] = get(project)
        except AttributeError:  # a block on the way is not there
            values = tuple([_found(project, where) for where in places])
        return values

    return look


def seen(view: type[V], project: Inputs) -> V:
    """The view of a project.

    Raises:
        InvalidInput: What the view needs is missing.
    """
    made: V = _look(view)(project)
    return made


def missing(where: str, hint: str = "") -> Fault:
    """The fault of a part that a calculation cannot do without.

    Args:
        where: Its JSON Pointer.
        hint: What to say; nothing: to add it.
    """
    hint = hint or f"add {where[1:].replace('/', '.')}"
    return Fault(where, "is needed by this calculation", hint=hint)


def _found(value: Any, where: str) -> Any:
    for part in where.split("/")[1:]:
        value = None if value is None else getattr(value, part)
    return value


def located(record: M, where: str = "") -> M:
    """The record, its numbers knowing where in the project they stand, as a pack's do.

    Args:
        record: A project, or a block of it.
        where: Where it stands, as a JSON Pointer.

    >>> located(Inputs.read({"soil": {"friction": 0.25}})).soil.friction.origin
    '/soil/friction'
    """
    kind: Any = type(record)
    changes = {}
    for name in _numbers(kind):
        value = getattr(record, name)
        if type(value) is float:
            changes[name] = Known(value, f"{where}/{name}")
        elif value is not None:
            changes[name] = _located(value, f"{where}/{name}")
    return record.replace(**changes) if changes else record


def _located(value: Any, where: str) -> Any:
    if type(value) is float:
        return Known(value, where)
    if isinstance(value, list):
        return [_located(item, f"{where}/{number}") for number, item in enumerate(value)]
    if isinstance(value, dict):
        return {key: _located(item, f"{where}/{key}") for key, item in value.items()}
    return located(value, where)


@cache
def _numbers(kind: Any) -> tuple[str, ...]:
    """The fields that hold numbers with a fraction, however deep; their names are their keys."""
    return tuple(name for name in kind.declared if _holds_numbers(kind.hint_of(name)))


def _holds_numbers(hint: Any) -> bool:
    if hasattr(hint, "declared"):
        return bool(_numbers(hint))
    return hint is float or any(_holds_numbers(part) for part in get_args(hint))
