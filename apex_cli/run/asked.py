"""What a question asks to be chosen, in a project that may leave it open."""

from typing import Any, NamedTuple, get_args

from apex_cli.errors import UsageError
from apex_cli.vocabulary import PARTS, SELECT, CalculationKind, JsonObject, Part, Selection

OPEN = "to be selected"
"""Stands for the section of poles that name none yet."""


class Block(NamedTuple):
    """Where the sizes stand that a selection chooses.

    Args:
        path: Of the block.
        sizes: The fields that are chosen.
        main: Those without which nothing is told yet: the block is open where one is missing.
        stand_ins: What stands for sizes that a record must have, until they are chosen.
    """

    path: tuple[str, ...]
    sizes: tuple[str, ...]
    main: tuple[str, ...]
    stand_ins: dict[str, Any]


_PLATE = {"width_in": 2, "thickness_in": 0.125}
_RODS = {"count": 3, "diameter_in": 0.5, "grade": 36, "circle_in": 2, "embedment_in": 4}
BLOCKS: dict[Selection, Block] = {
    "plate": Block(("support", "base", "plate"), (*_PLATE,), (*_PLATE,), _PLATE),
    "rods": Block(("support", "base", "rods"), (*_RODS,), (*_RODS,), _RODS),
    "pier": Block(("support", "pier"), ("bars", "ties"), ("bars",), {}),
    "slab": Block(("support", "slab"), ("bottom", "top"), ("bottom",), {}),
}
"""What stands at and below grade and may be chosen."""

_SIZES = ("section", "stages", "width_in")
"""What tells the poles' size."""

_FOOTING = {"/footing": "", "/soil": "", "/packs/footing": ""}
_BASE = "give support.base of type plate: what is not selected is never assumed"
NEEDS: dict[Selection, dict[str, str]] = {
    "section": {
        "/packs/sections": 'add packs.sections, from which sections are selected: "us_v1"',
    },
    "plate": {
        "/support/base": _BASE,
        "/support/base/plate/shape": "say of which shape the plate is: square or round",
        "/support/base/plate/fy_ksi": "say of which steel the plate is: its yield strength",
        "/support/base/rods": "a plate is bent by its rods: give them; with them as they stand it "
        "is selected",
        "/support/base/bearing": "say what the plate bears on: double_nut or grouted",
    },
    "rods": {
        "/support/base": _BASE,
        "/support/base/plate": "the rods stand in a plate: give it; with it as it stands they are "
        "selected",
    },
    "pier": {
        "/support/pier": "say of what the pier is: fc_psi, fy_ksi, cover_in; bars and ties are "
        "selected",
        **_FOOTING,
    },
    "slab": {
        "/support/slab": "say of what the slab is: fc_psi and fy_ksi; its bars are selected",
        **_FOOTING,
    },
}
"""Pointers that a selection cannot do without, each with what to say of it, or nothing."""


def question(inputs: JsonObject) -> tuple[dict[str, Any], Any]:
    """What an answer's inputs hold: the document's part, and what was to be chosen.

    >>> question({"site": {}, "select": "section"})
    ({'site': {}}, 'section')
    """
    document = dict(inputs)
    select = document.pop(SELECT, None)
    return document, select


def to_select(
    select: Selection, kind: CalculationKind, document: dict[str, Any]
) -> tuple[dict[str, Any], tuple[Part, ...]]:
    """The document and the parts of a question in which something is to be chosen.

    Raises:
        UsageError: This calculation chooses nothing like that.
    """
    if select not in get_args(Selection) or kind not in {"support", "all"}:
        raise UsageError(
            f"calc {kind} selects no {select}",
            hint=f"apex calc support PROJECT --select {'|'.join(get_args(Selection))}, or calc all",
        )
    return filled(document, select), ("support",) if kind == "support" else PARTS


def is_open(document: JsonObject, select: Selection = "section") -> bool:
    """Whether what is to be chosen is there, and its size is not told.

    >>> is_open({"sign": {"poles": {"count": 2}}}), is_open({"sign": {"poles": {"width_in": 10}}})
    (True, False)
    >>> is_open({"support": {"pier": {"ties": {}}}}, "pier")
    True
    """
    if select == "section":
        poles = _at(document, ("sign", "poles"))
        return poles is not None and not any(name in poles for name in _SIZES)
    found = _block(document, select)
    return found is not None and any(name not in found for name in BLOCKS[select].main)


def told(document: JsonObject, select: Selection) -> frozenset[str]:
    """The sizes that an open block tells: they stand, the others are chosen."""
    found = _block(document, select)
    if found is None or not is_open(document, select):
        return frozenset()
    return frozenset(name for name in BLOCKS[select].sizes if name in found)


def filled(document: JsonObject, select: Selection) -> dict[str, Any]:
    """The document with what stands for a size where none is told."""
    if not is_open(document, select):
        return dict(document)
    if select == "section":
        return _with(document, ("sign", "poles"), {"section": OPEN})
    block = BLOCKS[select]
    return _with(document, block.path, block.stand_ins)


def _block(document: JsonObject, select: Selection) -> JsonObject | None:
    """The block whose sizes are chosen; rods that are not there yet are a block of none."""
    found = _at(document, BLOCKS[select].path)
    base = _at(document, ("support", "base")) if select == "rods" else None
    if base is not None and base.get("type") == "plate" and "rods" not in base:
        return {}
    return found


def _at(document: JsonObject, path: tuple[str, ...]) -> JsonObject | None:
    """The block at this place of a document that may be anything; None if none is there."""
    found: Any = document
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _with(document: JsonObject, path: tuple[str, ...], values: JsonObject) -> dict[str, Any]:
    """The document with these values where the block at this place has none."""
    if not path:
        return {**values, **document}
    first, *rest = path
    return {**document, first: _with(document.get(first) or {}, tuple(rest), values)}
