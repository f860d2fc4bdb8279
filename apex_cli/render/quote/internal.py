"""The shop's own sheet: what each line costs, what of it is overhead and margin, and its share."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from apex_cli.render.quote.content import Wish, facts, letterhead
from apex_cli.render.quote.model import Block, Part, Quote, Words, columns, harmless
from apex_cli.render.quote.site import Site, exact
from apex_cli.render.quote.words import counted, dollars
from apex_cli.render.report.model import Table
from apex_cli.render.text import number

COLUMNS = columns(
    "Line", "Quantity|", "Unit price|", "Price|", "Cost|", "Overhead|", "Margin|", "%|"
)
BANNER = "For the shop alone: cost, overhead and margin. Not for the customer."


def sheet(sites: Sequence[Site], wish: Wish) -> Quote:
    """The shop's own sheet of one site or of many.

    Args:
        sites: One at least, all by one book that tells its scope.
        wish: How it is headed.
    """
    blocks: list[Block] = []
    if len(sites) > 1:
        blocks += _together(sites)
    for at, site in enumerate(sites, 1):
        if len(sites) > 1:
            blocks.append(Part(f"{at}  {site.place}"))
        blocks += _site(site)
    return harmless(
        Quote(
            title="Job cost",
            letterhead=letterhead(sites[0].book),
            facts=tuple(facts(sites, wish)),
            banner=BANNER,
            blocks=tuple(blocks),
            foot=BANNER,
        )
    )


def _site(site: Site) -> Iterator[Block]:
    job = site.result["job"]
    rows = [_row(item) for item in site.result["line_items"]]
    yield Table("Lines", COLUMNS, (*rows, _sum(site.result)), sum=True)
    yield Table(
        "Job", columns("Part", "Amount|", "Of price|"),
        (
            ("Cost", dollars(exact(job["cost_usd"])), _percent(job["cost_pct"])),
            ("Overhead", dollars(exact(job["overhead_usd"])), _percent(job["overhead_pct"])),
            ("Margin", dollars(exact(job["margin_usd"])), _percent(job["margin_pct"])),
            ("Price before tax", dollars(exact(site.result["subtotal_usd"])), ""),
            ("Tax", dollars(exact(job["tax_usd"])), ""),
            ("Total", dollars(site.total), ""),
        ),
        sum=True,
    )  # fmt: skip
    if job["labour"]:
        hours = [
            (one["label"], number(one["hours"]), dollars(exact(one["rate_usd"])))
            for one in job["labour"]
        ]
        yield Table("Hours", columns("Trade", "Hours|", "Rate|"), tuple(hours))
    yield from _options(site)


def _options(site: Site) -> Iterator[Block]:
    rows = []
    for one in site.result["options"]:
        cost = sum((exact(item["cost_usd"]) for item in one["line_items"]), Decimal(0))
        price = exact(one["subtotal_usd"])
        taken = "taken" if one["taken"] else "offered"
        rows.append((one["label"], taken, dollars(price), dollars(cost), dollars(price - cost),
                     _share(price - cost, price)))  # fmt: skip
    if rows:
        yield Table(
            "Options, before tax",
            columns("Option", "", "Price|", "Cost|", "The rest|", "Of price|"), tuple(rows),
        )  # fmt: skip


def _row(item: Mapping[str, Any]) -> tuple[str, ...]:
    """A line: its price parted into cost, overhead and margin; of a tax there is none of them."""
    price, cost = exact(item["subtotal_usd"]), exact(item["cost_usd"])
    overhead = price if item["role"] == "overhead" else Decimal(0)
    margin = Decimal(0) if item["role"] == "tax" else price - cost - overhead
    label = f"{item['label']} (hidden)" if item["hidden"] else item["label"]
    sold = item["role"] == "cost" and margin
    return (
        label, counted(item["quantity"], item["unit"]), dollars(exact(item["unit_amount_usd"])),
        dollars(price), *map(_some, (cost, overhead, margin)),
        _share(margin, price) if sold else "",
    )  # fmt: skip


def _some(amount: Decimal) -> str:
    """An amount, unless it is none."""
    return dollars(amount) if amount else ""


def _sum(result: Mapping[str, Any]) -> tuple[str, ...]:
    job = result["job"]
    amounts = (result["total_usd"], job["cost_usd"], job["overhead_usd"], job["margin_usd"])
    return ("Total", "", "", *(dollars(exact(one)) for one in amounts), _percent(job["margin_pct"]))


def _together(sites: Sequence[Site]) -> Iterator[Block]:
    names = ("cost_usd", "overhead_usd", "margin_usd")
    rows, sums = [], [Decimal(0)] * 4
    for at, site in enumerate(sites, 1):
        amounts = [exact(site.result["job"][name]) for name in names]
        price = exact(site.result["subtotal_usd"])
        told = [price, *amounts]
        sums = [one + other for one, other in zip(sums, told, strict=True)]
        rows.append((str(at), site.place, *map(dollars, told), _share(amounts[-1], price)))
    last = ("", "Total", *map(dollars, sums), _share(sums[3], sums[0]))
    yield Words("", (f"Prices before tax, of {len(sites)} sites; the margin also in per cent.",))
    yield Table(
        "Sites",
        columns("No.|", "Site", "Price|", "Cost|", "Overhead|", "Margin|", "Margin|"),
        (*rows, last), sum=True,
    )  # fmt: skip


def _share(part: Decimal, whole: Decimal) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f} %"
