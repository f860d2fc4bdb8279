"""Signs at buildings, of a document before it is known to be a project: they have no foundation."""

from collections.abc import Iterable
from typing import Any

from apex_cli.errors import Fault, NoAnswer
from apex_cli.vocabulary import AT_BUILDINGS, JsonObject, PackKind, Part

ON_FOUNDATIONS: tuple[Part, ...] = ("footing", "support")
"""The calculations of what stands on the ground."""


def mounting_of(document: JsonObject) -> Any:
    """How the sign is mounted; a document may say anything.

    >>> mounting_of({"sign": {"mounting": "wall"}}), mounting_of({"sign": []})
    ('wall', 'ground')
    """
    sign = document.get("sign")
    return sign.get("mounting", "ground") if isinstance(sign, dict) else "ground"


def building_named(document: JsonObject) -> tuple[PackKind, ...]:
    """The pack of signs at buildings, where the sign is at one."""
    return ("building",) if mounting_of(document) in AT_BUILDINGS else ()


def is_founded(document: JsonObject) -> bool:
    """Whether there is a foundation to calculate: the sign is on the ground, or loads are given."""
    return mounting_of(document) not in AT_BUILDINGS or "loads" in document


def require_founded(parts: Iterable[Part], document: JsonObject) -> None:
    """Refuse the foundation of a sign that has none.

    Raises:
        NoAnswer: The sign is at a building, and these calculations are of one on the ground.
    """
    wanted = [part for part in parts if part in ON_FOUNDATIONS]
    if wanted and not is_founded(document):
        mounting = mounting_of(document)
        raise NoAnswer(
            f"sign.mounting is {mounting}: the building carries the sign, and there is no "
            f"foundation whose {wanted[0]} could be calculated",
            code="sign.no_foundation",
            faults=[Fault("/sign/mounting", "has no foundation", mounting)],
            hint="calc exposure tells what reaches the building; calc all does so beside the price",
        )
