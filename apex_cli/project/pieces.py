"""Pieces that are added to a project one by one, told by the fields of their models."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from msgspec import NODEFAULT

from apex_cli.errors import Fault, InvalidInput
from apex_cli.pointer import pointer, value_at
from apex_cli.project.accepted import Accepted
from apex_cli.project.attachments import Attachment
from apex_cli.project.edit import Assignment
from apex_cli.project.foundation import Layer
from apex_cli.project.poles import Poles, PoleStage
from apex_cli.project.revision import Revision
from apex_cli.project.sign import Element
from apex_cli.project.text import parse_value
from apex_cli.units.fields import SUFFIXES, as_number, unit_of

Kind = Literal["text", "number", "choice", "flag"]


class Piece(NamedTuple):
    """What may be added.

    Args:
        path: The list that it joins, or the block that it is.
        model: What it is made of.
        brief: What adding it does.
        many: Whether it joins a list.
    """

    path: tuple[str, ...]
    model: Any
    brief: str
    many: bool = True


PIECES: Mapping[str, Piece] = {
    "element": Piece(("sign", "elements"), Element, "Add a cabinet to the sign."),
    "attachment": Piece(
        ("sign", "attachments"), Attachment, "Add a light, camera, arm or flag to the sign."
    ),
    "poles": Piece(("sign", "poles"), Poles, "Give the sign its poles.", many=False),
    "stage": Piece(("sign", "poles", "stages"), PoleStage, "Add a stage to the top of the poles."),
    "layer": Piece(("soil", "layers"), Layer, "Add a layer to the ground."),
    "revision": Piece(("revisions",), Revision, "Add a row to the table of revisions."),
    "accepted": Piece(("accepted",), Accepted, "Accept a warning, with the reason."),
}
"""Every piece by its name."""


class Part(NamedTuple):
    """A field of a piece that can be told in one word.

    Args:
        name: Its name in the model.
        key: Its key in the file.
        word: What it is called where its unit is not said: ``width`` of ``width_ft``.
        kind: How it is told.
        choices: The words to choose from.
        unit: Its unit, if it has one.
        needed: Whether the piece cannot do without.
        told: What it is.
    """

    name: str
    key: str
    word: str
    kind: Kind
    choices: tuple[Any, ...]
    unit: str | None
    needed: bool
    told: str


def parts(piece: Piece) -> list[Part]:
    """The fields of a piece that can be told in one word, in the order of its model.

    >>> [part.word for part in parts(PIECES["layer"])]
    ['to', 'class', 'lateral', 'vertical', 'name']
    """
    return list(_parts(piece.model))


def _parts(model: Any) -> Iterator[Part]:
    for name, one in model.declared.items():
        kind = _plain(one.hint)
        how: Kind
        if get_origin(kind) is Literal:
            how = "choice"
        elif kind in {float, int}:
            how = "number"
        elif kind in {bool, str}:
            how = "flag" if kind is bool else "text"
        else:
            continue
        key = one.asked.alias or name
        choices = get_args(kind) if how == "choice" else ()
        needed = one.asked.default is NODEFAULT
        told = one.asked.description or ""
        yield Part(name, key, _word(key), how, choices, unit_of(key), needed, told)


def _plain(hint: Any) -> Any:
    """A hint without its None and its marks."""
    if get_origin(hint) is Annotated:
        return _plain(hint.__origin__)
    rest = [one for one in get_args(hint) if one is not NoneType]
    is_open = NoneType in get_args(hint) and len(rest) == 1
    return _plain(rest[0]) if is_open else hint


def _word(key: str) -> str:
    """A key without its unit, spelled as options are."""
    ends = sorted((f"_{end}" for end in SUFFIXES), key=len, reverse=True)
    end = next((end for end in ends if key.endswith(end)), "")
    return key.removesuffix(end).replace("_", "-")


def added(
    document: Mapping[str, Any], piece: Piece, said: Mapping[str, str | bool]
) -> list[Assignment]:
    """What adds a piece to a document.

    Args:
        document: As it is.
        piece: What is added.
        said: What is told of its parts, by their names.

    Raises:
        InvalidInput: There can be one only, and it is there; or a weight cannot be spread.

    >>> added({"revisions": [{}]}, PIECES["revision"], {"mark": "2"})
    [Assignment(parts=('revisions', '1'), value={'mark': '2'})]
    """
    here = value_at(document, pointer(piece.path))
    told = [(part, said[part.name]) for part in parts(piece) if part.name in said]
    value = {part.key: _value(part.kind, text) for part, text in told}
    if piece.model is Element:
        value = spread(value)
    if piece.many:
        there = here if isinstance(here, list) else []
        if piece.model is Layer and there and "to_ft" in value:
            return [Assignment(piece.path, [*there[:-1], value, there[-1]])]
        return [Assignment((*piece.path, str(len(there))), value)]
    if here is not None:
        detail = "is there already"
        hint = f"change it with apex project set FILE {'.'.join(piece.path)}.KEY=VALUE"
        fault = Fault(pointer(piece.path), detail, hint=hint)
        raise InvalidInput(f"{fault.pointer}: {detail}", hint=hint, faults=[fault])
    return [Assignment((*piece.path, key), one) for key, one in value.items()]


def _value(kind: Kind, text: str | bool) -> Any:
    return parse_value(text) if kind == "number" and isinstance(text, str) else text


def spread(element: dict[str, Any]) -> dict[str, Any]:
    """A cabinet whose weight, if it is told as a whole, is spread over its area.

    Raises:
        InvalidInput: Its area is not known from width and height, or given.

    >>> spread({"width_ft": "12 ft", "height_ft": 5, "weight_psf": "600 lb"})["weight_psf"]
    10.0
    """
    told = element.get("weight_psf")
    force = as_number(told, "lbf") if isinstance(told, str) else None
    if not isinstance(force, float):
        return element
    sides = [_number(element, "area_ft2", "ft2")]
    if sides == [None] and element.get("outline") in {None, "rectangle"}:
        sides = [_number(element, "width_ft", "ft"), _number(element, "height_ft", "ft")]
    area = 1.0
    for side in sides:
        if not side or side < 0:
            detail = f"{told} is the whole cabinet's, and its area is not told"
            fault = Fault("/weight_psf", detail, told, "give it per ft2: 8 psf")
            raise InvalidInput(detail, hint=fault.hint, faults=[fault])
        area *= side
    return {**element, "weight_psf": force / area}


def _number(element: Mapping[str, Any], key: str, unit: str) -> float | None:
    value = element.get(key)
    number = as_number(value, unit) if isinstance(value, str) else value
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    return float(number) if is_number and number is not None else None
