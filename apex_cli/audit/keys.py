"""The keys of a project file: unit, range, meaning, and which calculation reads each."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from msgspec import NODEFAULT, Meta

from apex_cli.project import view
from apex_cli.project.model import Project
from apex_cli.records.fields import MOST
from apex_cli.records.model import Model
from apex_cli.render.text import label
from apex_cli.solvers import takeoff
from apex_cli.solvers.exposure import inputs as wind
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.pricing.inputs import PricingInputs
from apex_cli.solvers.support.inputs import SupportInputs
from apex_cli.vocabulary import PARTS, Part

READS: Mapping[Part, tuple[str, ...]] = {
    "exposure": (*wind.ALL, "/packs/exposure", "/packs/building", "/packs/sections"),
    "footing": (*view.reads(FootingInputs), "/packs/footing", "/packs/sections"),
    "support": (*view.reads(SupportInputs), "/packs/support", "/packs/sections", "/packs/concrete"),
    "pricing": (*view.reads(PricingInputs), *view.reads(takeoff.TakeoffInputs),
                "/packs/pricing", "/packs/sections"),
}  # fmt: skip
"""What each calculation looks at itself; what it takes from another, that one looks at."""

ITEM = "N"
"""Stands for the number of an item of a list, from 0, and for the name of a member."""
ENDLESS = 2**53 - 1
"""A number may not be more for JSON's sake: no limit that anybody meets."""


class Key(NamedTuple):
    """A key of a project file.

    Args:
        path: As `--set` takes it, N for the number of an item: ``sign.elements.N.width_ft``.
        unit: Its unit; empty for none.
        values: What it may be: a range, the words to choose from, or its kind.
        choices: The words to choose from, if there are such.
        meaning: What it is.
        default: What it is where it is absent; None if there is no default.
        reads: The calculations that look at it.
    """

    path: str
    unit: str
    values: str
    choices: tuple[str, ...]
    meaning: str
    default: Any
    reads: tuple[Part, ...]

    @property
    def record(self) -> dict[str, Any]:
        """The key as JSON."""
        return {**self._asdict(), "choices": [*self.choices], "reads": [*self.reads]}


def keys() -> list[Key]:
    """Every key of a project file that holds a value, in the order of the file.

    >>> found = {key.path: key for key in keys()}
    >>> found["sign.elements.N.width_ft"][1:4]
    ('ft', '0.01 to 2,000', ())
    """
    return list(_keys(Project, ""))


def _keys(model: Any, before: str) -> Iterator[Key]:
    for name, one in model.declared.items():
        path = f"{before}{one.asked.alias or name}"
        yield from _key(path, one.hint, one.asked)


def _key(path: str, hint: Any, asked: Any) -> Iterator[Key]:
    kind, marks = plain_hint(hint)
    inner, _ = plain_hint(get_args(kind)[-1]) if get_origin(kind) in {list, dict} else (None, ())
    if models := _models(kind):
        for model in models:
            yield from _keys(model, f"{path}.")
    elif inner is not None and (models := _models(inner)):
        for model in models:
            yield from _keys(model, f"{path}.{ITEM}.")
    else:
        default = None if asked.default is NODEFAULT else asked.default
        choices = tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
        if kind is bool:
            choices = ("true", "false")
        unit = label(path.rpartition(".")[2])[1]
        yield Key(path, unit, _values(kind, marks), choices, asked.description or "", default,
                  _reads(path))  # fmt: skip


def plain_hint(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A hint without its None and its marks, and those marks."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            marks, hint = (*marks, *hint.__metadata__), hint.__origin__
            continue
        args = get_args(hint)
        rest = [one for one in args if one is not NoneType]
        if NoneType in args and len(rest) == 1:
            hint = rest[0]
            continue
        return hint, marks


def _models(kind: Any) -> list[Any]:
    """The models that a kind is or may be one of."""
    if isinstance(kind, type):
        return [kind] if issubclass(kind, Model) else []
    found = [plain_hint(one)[0] for one in get_args(kind)]
    is_union = get_origin(kind) not in {list, dict, Literal}
    return [one for one in found if is_union and isinstance(one, type) and issubclass(one, Model)]


def _values(kind: Any, marks: tuple[Any, ...]) -> str:
    """What a value may be, in few words."""
    origin = get_origin(kind)
    if origin is Literal:
        return ", ".join(map(str, get_args(kind)))
    if origin in {list, dict}:
        inner, inside = plain_hint(get_args(kind)[-1])
        return f"{'list' if origin is list else 'names'} of {_values(inner, inside)}"
    given = [
        (name, getattr(mark, name))
        for mark in marks if isinstance(mark, Meta) for name in ("ge", "gt", "le", "lt")
    ]  # fmt: skip
    limits = {name: value for name, value in given if value not in {None, MOST, -MOST, ENDLESS}}
    if kind in {float, int}:
        return _range(limits) or ("whole number" if kind is int else "number")
    return {bool: "true or false", str: "text"}.get(kind, "any")


def _range(limits: Mapping[str, float]) -> str:
    """A range in words.

    >>> _range({"ge": 1, "le": 300}), _range({"gt": 0, "le": 20}), _range({"ge": 3})
    ('1 to 300', 'above 0 to 20', '3 or more')
    """
    least = _limit(limits["ge"]) if "ge" in limits else ""
    least = f"above {_limit(limits['gt'])}" if "gt" in limits else least
    most = _limit(limits["le"]) if "le" in limits else ""
    most = f"below {_limit(limits['lt'])}" if "lt" in limits else most
    if least and most:
        return f"{least} to {most}"
    return f"{least} or more" if least else most and f"up to {most}"


def _limit(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:.6g}"


def _reads(path: str) -> tuple[Part, ...]:
    where = "/" + path.replace(".", "/")
    if path.startswith("accepted."):
        return PARTS
    return tuple(part for part in PARTS if any(_within(where, one) for one in READS[part]))


def _within(where: str, block: str) -> bool:
    """Whether a key stands in a block that is read; items of a list are."""
    return where == block or where.startswith(f"{block}/")
