"""What a price book says beside its rows: the shop, its crews, what a quote holds."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from apex_cli.packs.model import Pack, Sourced
from apex_cli.packs.pricing_base import Growing
from apex_cli.packs.pricing_fields import Key, Share, Usd
from apex_cli.records.fields import field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import LongText, ShortText

Scope = Literal["engineering", "shop"]

ENGINEERING = "engineering only: no fabrication, no foundation, no installation"
"""What a price of engineering contains."""
EARLIER: dict[str, Scope] = {"v1": "engineering", "example-shop_v1": "shop"}
"""The scope of the books that were released before books told theirs."""


def scope_of(ref: str, told: Scope | None) -> Scope | None:
    """The scope of a book, if it is known.

    >>> scope_of("v1", None), scope_of("bright-signs_v1", "shop")
    ('engineering', 'shop')
    """
    return told or EARLIER.get(ref)


class Shop(Model):
    """Who sells: the head of a quote.

    Args:
        name: As the customer knows it.
        address: Its lines.
        phone: As it is dialled.
        email: Where an order is sent.
        web: Its site.
        licence: Its contractor's licence, as the law has it printed.
    """

    name: ShortText
    address: Annotated[list[ShortText], Meta(max_length=6)] = field(default_factory=list)
    phone: ShortText | None = None
    email: ShortText | None = None
    web: ShortText | None = None
    licence: ShortText | None = None


class Group(Model):
    """Rows that stand together on the customer's paper.

    Args:
        name: Their heading, by which rows name it.
        shown: Each by itself, or all as one lump sum.
        text: What is in it, in words.
    """

    name: ShortText
    shown: Literal["rows", "lump"] = "rows"
    text: LongText | None = None


class Offer(Model):
    """Something the customer may take or leave; it has a total of its own.

    Args:
        label: Its name.
        text: What it is, in words.
    """

    label: ShortText
    text: LongText | None = None


class Trade(Sourced):
    """Somebody who works by the hour.

    Args:
        label: What he is called.
        rate_usd: What an hour of his costs.
    """

    label: ShortText
    rate_usd: Usd


class Crew(Model):
    """Those who do a piece of work together.

    Args:
        label: What they are called.
        members: How many of each trade.
    """

    label: ShortText
    members: Annotated[dict[Key, Annotated[int, Meta(ge=1, le=50)]], Meta(min_length=1)]


class Deposit(Sourced):
    """What is due with the order: a percentage of the total, or an amount.

    Args:
        rate_pct: The percentage.
        amount_usd: The amount; never more than the total.
    """

    rate_pct: Share | None = None
    amount_usd: Usd | None = None

    def consistent(self) -> None:
        """It is one of the two."""
        if (self.rate_pct is None) == (self.amount_usd is None):
            refuse([(("amount_usd",), "give one of rate_pct and amount_usd")])


class ShopBook(Pack, Growing):
    """What a book says beside its rows.

    Args:
        scope: What a total contains: engineering alone, or what a shop sells.
        shop: Who sells.
        includes: What a total contains, in words.
        excludes: What it does not contain.
        groups: How rows stand together on the customer's paper.
        options: What the customer may take or leave.
        trades: Who works by the hour.
        crews: Who works together.
        deposit: What is due with the order.
        valid_days: How long a quote holds.
        terms: What else holds between shop and customer.
    """

    later: ClassVar[tuple[str, ...]] = (
        "scope", "shop", "includes", "excludes", "groups", "options", "trades", "crews", "deposit",
        "valid_days", "terms",
    )  # fmt: skip

    scope: Scope | None = None
    shop: Shop | None = None
    includes: list[ShortText] = field(default_factory=list)
    excludes: list[ShortText] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    options: dict[Key, Offer] = field(default_factory=dict)
    trades: dict[Key, Trade] = field(default_factory=dict)
    crews: dict[Key, Crew] = field(default_factory=dict)
    deposit: Deposit | None = None
    valid_days: Annotated[int, Meta(ge=1, le=3650)] | None = None
    terms: list[LongText] = field(default_factory=list)

    @property
    def contains(self) -> str:
        """What a total of this book contains, in a sentence.

        >>> from apex_cli.packs.catalogue import Catalogue
        >>> Catalogue().load("pricing", "v1")[0].contains
        'engineering only: no fabrication, no foundation, no installation'
        """
        if scope_of(self.ref, self.scope) == "engineering":
            return ENGINEERING
        told = ", ".join(self.includes) or "the lines named"
        return f"{told}; not: {', '.join(self.excludes)}" if self.excludes else told
