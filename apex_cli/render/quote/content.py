"""The customer's quote, put together of the prices of one site or of many."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_rows import Discount
from apex_cli.render.quote.model import (
    Acceptance,
    Block,
    Choices,
    Fact,
    Letterhead,
    Line,
    Pair,
    Part,
    Prices,
    Quote,
    Words,
    columns,
    harmless,
)  # fmt: skip
from apex_cli.render.quote.site import Site, due, exact, lines
from apex_cli.render.quote.words import brief, day, dollars, later, many, sign
from apex_cli.render.report.model import Table

NO_OFFER = "Example prices, made up to illustrate: this is no offer."
"""What a quote says whose prices are nobody's."""


class Wish(NamedTuple):
    """How a quote is headed.

    Args:
        date: Its date, YYYY-MM-DD; empty: none.
        number: Its number; empty: that of the project.
    """

    date: str = ""
    number: str = ""


def quote(sites: Sequence[Site], wish: Wish) -> Quote:
    """The customer's document: nothing in it but what he may see.

    Args:
        sites: One at least, all by one book and for one customer.
        wish: How it is headed.
    """
    book = sites[0].book
    blocks = [*(_single(sites[0]) if len(sites) == 1 else _rollout(sites))]
    return harmless(
        Quote(
            title="Quote",
            letterhead=letterhead(book),
            facts=tuple(facts(sites, wish)),
            banner=NO_OFFER if book.example else "",
            blocks=tuple(blocks),
            foot=book.shop.name if book.shop else "",
        )
    )


def letterhead(book: PricingPack) -> Letterhead:
    """The head of the paper: the shop, as its book has it."""
    if (shop := book.shop) is None:
        return Letterhead("", ())
    ways = [shop.phone, shop.email, shop.web]
    licence = [f"Licence {shop.licence}"] if shop.licence else []
    return Letterhead(shop.name, (*shop.address, *(way for way in ways if way), *licence))


def facts(sites: Sequence[Site], wish: Wish) -> Iterator[Fact]:
    """For whom it is, about what, since when and until when."""
    first, book = sites[0], sites[0].book
    if customer := first.document.get("customer"):
        yield Fact("Prepared for", customer)
    if len(sites) > 1:
        yield Fact("Sites", many(len(sites), "site"))
    else:
        if name := first.document.get("name"):
            yield Fact("Project", name)
        places = (first.document.get("site_name"), first.document.get("street"), first.address)
        if where := ", ".join(dict.fromkeys(place for place in places if place)):
            yield Fact("Site", where)
    if reference := wish.number or (_number(first.document) if len(sites) == 1 else ""):
        yield Fact("Quote no.", reference)
    if wish.date:
        yield Fact("Date", day(wish.date))
    if book.valid_days and wish.date:
        until = min(later(wish.date, book.valid_days), book.valid_to or "9999-12-31")
        yield Fact("Valid until", day(until))
    elif book.valid_days:
        yield Fact("Valid for", f"{book.valid_days} days")


def _number(document: Mapping[str, Any]) -> str:
    """The number of a project's quote: its name in the file, and how often that was changed."""
    name, revision = document.get("project_id"), document.get("revision")
    return f"{name}-{revision}" if name and revision else str(name or "")


def _single(site: Site) -> Iterator[Block]:
    told = sign(site.document)
    if told:
        priced = (f"Priced: {many(site.signs, 'sign')} of this kind.",) if site.signs > 1 else ()
        yield Words("The sign", (*told, *priced))
    yield Prices("Price", tuple(lines(site)))
    yield from _beside([site])


def _rollout(sites: Sequence[Site]) -> Iterator[Block]:
    signs = sum(site.signs for site in sites)
    yield Words("The work", (f"{many(signs, 'sign').capitalize()} at {many(len(sites), 'site')}.",))
    rows = [
        (str(at), site.place, brief(site.document), str(site.signs), dollars(site.total))
        for at, site in enumerate(sites, 1)
    ]
    total = sum((site.total for site in sites), Decimal(0))
    yield Table(
        "Sites", columns("No.|", "Site", "Sign", "Signs|", "Amount|"),
        (*rows, ("", "Total", "", str(signs), dollars(total))), sum=True,
    )  # fmt: skip
    yield Prices("Total", tuple(_together(sites, total)))
    yield from _beside(sites)
    yield Part("Prices by site")
    for at, site in enumerate(sites, 1):
        about = [site.address] if site.address not in {"", site.place} else []
        told = tuple(lines(site, brief=True))
        yield Prices(f"{at}  {site.place}", told, (*about, *sign(site.document)))


def _together(sites: Sequence[Site], total: Decimal) -> Iterator[Line]:
    """What all sites come to, before and after what is taken off and added."""
    sums = dict.fromkeys(("price", "discount", "tax"), Decimal(0))
    for site in sites:
        for one in site.shown:
            kind = one["kind"] if one["kind"] in sums else "price"
            sums[kind] += exact(one["amount_usd"])
    if sums["discount"] or sums["tax"]:
        yield Line("plain", "All sites, before discounts and tax", amount=dollars(sums["price"]))
    if sums["discount"]:
        yield Line("less", "Discounts and credits", amount=dollars(sums["discount"]))
    if sums["tax"]:
        yield Line("tax", "Tax", amount=dollars(sums["tax"]))
    yield Line("total", "Total of all sites", amount=dollars(total))
    yield from due(sites)


def _beside(sites: Sequence[Site]) -> Iterator[Block]:
    """Options, breaks, what is in the total and what is not, terms, where to sign."""
    book = sites[0].book
    if offered := list(_offered(sites)):
        yield Choices("Options, not in the total", tuple(offered))
    yield from _breaks(sites)
    yield from _contents(book)
    if book.terms:
        yield Words("Terms", tuple(book.terms), points=True)
    total = sum((site.total for site in sites), Decimal(0))
    ticked = " Options that are ticked are ordered beside it." if offered else ""
    customer = str(sites[0].document.get("customer") or "The customer")
    shop = book.shop.name if book.shop else "The shop"
    yield Acceptance(f"Accepted, at {dollars(total)}.{ticked}", (customer, shop))


def _contents(book: PricingPack) -> Iterator[Block]:
    """What the total contains, and what it does not."""
    included = book.includes or [book.contains]
    left = Words("Included", tuple(map(_sentence, included)), points=True)
    if book.excludes:
        excluded = tuple(map(_sentence, book.excludes))
        yield Pair(left, Words("Not included", excluded, points=True))
    else:
        yield left


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _offered(sites: Sequence[Site]) -> Iterator[Line]:
    """The options that are not taken, each with what it comes to at all sites that may have it."""
    for code, offer in sites[0].book.options.items():
        found = [
            option for site in sites for option in site.result.get("options", ())
            if option["code"] == code and not option["taken"]
        ]  # fmt: skip
        if found:
            total = sum((exact(one["total_usd"]) for one in found), Decimal(0))
            taxed = any(one["total_usd"] != one["subtotal_usd"] for one in found)
            at = f"at {many(len(found), 'site')}" if len(sites) > 1 else ""
            note = ", ".join(part for part in (at, "with tax" if taxed else "") if part)
            yield Line("lump", offer.label, note, offer.text or "", dollars(total))


def _breaks(sites: Sequence[Site]) -> Iterator[Block]:
    """What is taken off by quantity, for every discount that a project here has."""
    book = sites[0].book
    chosen = {code for site in sites for code in _addons(site)}
    for row in book.rows:
        if not (isinstance(row, Discount) and row.breaks):
            continue
        if row.select != "always" and row.code not in chosen and row.option not in chosen:
            continue
        signs = row.by == "pricing.quantity"
        rows = [
            (_whole(one.above, one.up_to) if signs else one.words(row.by_unit),
             f"{one.rate_pct:g} %" if one.rate_pct else "none")
            for one in row.breaks
        ]  # fmt: skip
        head = "Signs at a site" if signs else "Amount"
        yield Table(row.label, columns(head, "Taken off|"), tuple(rows))


def _addons(site: Site) -> list[str]:
    return list((site.document.get("pricing") or {}).get("addons") or ())


def _whole(above: float, up_to: float | None) -> str:
    """An interval of pieces.

    >>> _whole(2, 9), _whole(9, None), _whole(0, 1)
    ('3 to 9', '10 or more', '1')
    """
    first = int(above) + 1
    if up_to is None:
        return f"{first} or more"
    return str(first) if int(up_to) <= first else f"{first} to {int(up_to)}"
