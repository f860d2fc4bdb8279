"""What a price reads of a project."""

from collections.abc import Collection, Mapping
from typing import Any

from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_quantities import QUANTITIES

READS: tuple[str, ...] = ("/pricing", "/sign/elements", "/sign/poles")
"""Parts that a price by any book may use; `reads` tells what one book uses."""


def reads(pack: PricingPack, addons: Collection[str]) -> tuple[str, ...]:
    """Pointers of the project's parts that this book uses with these add-ons.

    What a footing is calculated from, the footing calculation names itself.

    Args:
        pack: The price book.
        addons: Codes of the rows that the project adds.
    """
    needed = {QUANTITIES[name].needs for name in pack.quantities_for(addons)}
    if "/sign/poles" in needed:
        needed.add("/sign/elements")  # a pole without a top of its own ends with the sign
    return ("/pricing", *(where for where in READS[1:] if where in needed))


def needs(document: Mapping[str, Any]) -> list[str]:
    """Pointers that must be present for a price.

    Args:
        document: The project as it was read.

    >>> needs({})
    ['/pricing', '/sign/elements']
    """
    del document  # the same whatever else the project says
    return ["/pricing", "/sign/elements"]
