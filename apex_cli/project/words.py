"""What a field of a project is, in the words of its model."""

from typing import Any, get_args

from apex_cli.project.model import Project

_LONGEST = 78
"""A comment says no more; the JSON Schema says all."""


def word_of(place: tuple[str, ...]) -> str:
    """What the field at this place is, short enough for a comment; nothing where nobody says.

    >>> word_of(("site", "frost_depth_in")), word_of(("sign",))
    ('Depth of frost below grade, in.', '')
    """
    *way, last = place
    kinds: list[Any] = [Project]
    for part in way:
        kinds = [found for kind in kinds for found in _models(_hint(kind, part))]
    said = [kind.declared[last].asked.description for kind in kinds if last in kind.declared]
    text = next(filter(None, said), "")
    return text if len(text) <= _LONGEST else ""


def _hint(kind: Any, part: str) -> Any:
    if part.isdecimal():
        return kind
    return kind.declared[part].hint if part in kind.declared else None


def _models(hint: Any) -> list[Any]:
    """Every model in an annotation."""
    if hasattr(hint, "declared"):
        return [hint]
    return [model for part in get_args(hint) for model in _models(part)]
