"""What a question asks to be chosen, in a project that may leave it open."""

from typing import Any, get_args

from apex_cli.errors import UsageError
from apex_cli.vocabulary import PARTS, SELECT, CalculationKind, JsonObject, Part, Selection

OPEN = "to be selected"
"""Stands for the section of poles that name none yet."""

_SIZES = ("section", "stages", "width_in")
"""What tells the poles' size."""


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
            hint="apex calc support PROJECT --select section, or calc all",
        )
    return filled(document), ("support",) if kind == "support" else PARTS


def is_open(document: JsonObject) -> bool:
    """Whether poles are there whose size is not told.

    >>> is_open({"sign": {"poles": {"count": 2}}}), is_open({"sign": {"poles": {"width_in": 10}}})
    (True, False)
    """
    sign = document.get("sign")
    poles = sign.get("poles") if isinstance(sign, dict) else None
    return isinstance(poles, dict) and not any(name in poles for name in _SIZES)


def filled(document: JsonObject) -> dict[str, Any]:
    """The document with the word that stands for a section where the poles' size is not told."""
    if not is_open(document):
        return dict(document)
    sign = document["sign"]
    return {**document, "sign": {**sign, "poles": {**sign["poles"], "section": OPEN}}}
