"""Money: reckoned in `Decimal`, given as the float nearest to whole cents.

A printed text adds a millionth of a cent where it rounds, which outweighs binary noise: a tie goes
up, as in `Decimal`.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal, get_args

Cents = Literal["half_up", "up"]
CENTS: tuple[Cents, ...] = get_args(Cents)

CENT = Decimal("0.01")
_RULES = {"half_up": (Decimal("0.005"), ROUND_FLOOR), "up": (Decimal(0), ROUND_CEILING)}
_TEXTS = {"half_up": "floor({} + 0.500001) / 100", "up": "ceil({} - 0.000001) / 100"}


def exact(value: float) -> Decimal:
    """The decimal number that a float prints as.

    >>> exact(0.1)
    Decimal('0.1')
    """
    return Decimal(float.__repr__(value))


def money(value: float) -> Decimal:
    """An amount that is in whole cents, as money.

    >>> money(265.0)
    Decimal('265.00')
    """
    return exact(value).quantize(CENT)


def in_cents(amount: Decimal, rule: Cents) -> float:
    """An amount rounded to cents.

    >>> in_cents(Decimal("1.005"), "half_up"), in_cents(Decimal("1.001"), "up")
    (1.01, 1.01)
    """
    more, rounding = _RULES[rule]
    return float((amount + more).quantize(CENT, rounding))


def in_cents_text(text: str, rule: Cents) -> str:
    """The text of an amount rounded to cents, from that of the amount in cents.

    >>> in_cents_text("100 * cost", "half_up")
    'floor(100 * cost + 0.500001) / 100'
    """
    return _TEXTS[rule].format(text)
