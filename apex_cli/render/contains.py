"""What a total contains, in words: of every book, also of those that do not tell it themselves."""

from collections.abc import Mapping
from typing import Any

from apex_cli.packs.pricing_shop import ENGINEERING, scope_of

LINES = "what the lines name"
"""What a total contains by a book that does not tell."""


def contains(price: Mapping[str, Any]) -> str:
    """The sentence.

    Args:
        price: The result of a pricing calculation.

    >>> contains({"pricing_ref": "v1"})
    'engineering only: no fabrication, no foundation, no installation'
    """
    return price.get("contains") or (ENGINEERING if engineering(price) else LINES)


def engineering(price: Mapping[str, Any]) -> bool:
    """Whether it is engineering alone."""
    return scope_of(price.get("pricing_ref", ""), price.get("scope")) == "engineering"
