"""The quote: it adds up, tells what it must, and nothing of what a book hides stands in it."""

import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any, cast

import html5lib
import pypdf
import pytest

from apex_cli.envelope.numbers import plain
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.model import bind
from apex_cli.packs.pricing import PricingPack
from apex_cli.quantities import Known
from apex_cli.render.quote import html, markdown, pdf, words
from apex_cli.render.quote.content import NO_OFFER, Wish, quote
from apex_cli.render.quote.internal import sheet
from apex_cli.render.quote.model import Fact, Line, Part, Prices, Quote
from apex_cli.render.quote.site import Site, exact
from apex_cli.render.report.model import Paper, Table
from tests.solvers.pricing.conftest import make_book, make_price
from tests.solvers.pricing.random_books import Drawn

ROOT = Path(__file__).parents[2]
POLE: dict[str, Any] = json.loads((ROOT / "examples" / "pole-sign.json").read_text("utf-8"))
SHOP = cast("PricingPack", Catalogue().load("pricing", "example-shop_v2")[0])
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
AMOUNTS = {
    "sign.height_ft": 24.0, "sign.area_ft2": 60.0, "sign.count": 1.0, "poles.weight_lb": 972.0,
    "footing.depth_ft": 7.5, "footing.count": 1.0, "footing.concrete_yd3": 1.364,
    "footing.spoil_yd3": 1.364,
}  # fmt: skip
DATED = Wish("2026-12-01")


def site(book: PricingPack = SHOP, document: dict[str, Any] = POLE, **pricing: Any) -> Site:
    """A site priced by a book."""
    told = {**document, "pricing": {"quantity": 1, **pricing}}
    return Site(told, plain(make_price(book, AMOUNTS, **pricing)), book)


def drawn(seed: int) -> Site:
    """A site with a book and a project drawn at random."""
    made = Drawn(seed)
    pricing, amounts = made.project()
    book = PricingPack.read(made.book)
    bind(book)
    known: dict[str, float] = {name: Known(value, "x") for name, value in amounts.items()}
    return Site({**POLE, "pricing": pricing}, plain(make_price(book, known, **pricing)), book)


def texts(made: Quote, *, paper: bool) -> Iterator[str]:
    """All that stands in the HTML, the Markdown and, if it is asked for, the PDF."""
    page = html.render(made)
    yield unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))
    yield markdown.render(made).replace("\\", "")
    if paper:
        reader = pypdf.PdfReader(io.BytesIO(pdf.render(made)))
        yield "\n".join(one.extract_text() for one in reader.pages)


def hidden_of(one: Site) -> list[tuple[str, Decimal]]:
    """The hidden lines: the label of each row, and its amount."""
    items = [*one.result["line_items"]]
    items += [item for option in one.result["options"] for item in option["line_items"]]
    labels = {row.code: row.label for row in one.book.rows}
    return [(labels[item["code"]], exact(item["subtotal_usd"])) for item in items if item["hidden"]]


def told_amounts(made: Quote) -> set[str]:
    """The amounts that are meant to be read."""
    lines = [line.amount for block in made.blocks for line in getattr(block, "lines", ())]
    return {line.lstrip("−$") for line in lines}


@pytest.mark.parametrize("part", range(4))
def test_nothing_hidden_stands_in_what_the_customer_gets(part: int) -> None:
    looked = 0
    for seed in range(part, 80, 4):
        one = drawn(seed)
        made = quote([one], DATED)
        meant = told_amounts(made)
        rates = {
            f"{row.rate_pct:g} %" for row in one.book.rows
            if row.hidden and hasattr(row, "rate_pct")
        } - {
            f"{rate:g} %" for row in one.book.rows if not row.hidden
            if (rate := getattr(row, "rate_pct", None))
        }  # fmt: skip
        for text in texts(made, paper=seed % 20 == part):
            seen = " ".join(text.split())
            for label, amount in hidden_of(one):
                assert not re.search(rf"{label}\b", seen), (seed, label)
                shown = f"{abs(amount):,.2f}"
                if shown not in meant and shown != "0.00":
                    found = re.search(rf"(?<![\d,.]){re.escape(shown)}(?!\d)", seen)
                    assert not found, (seed, label, amount)
                    looked += 1
            assert not [rate for rate in rates if f" {rate}" in seen], seed
            for word in ("Overhead", "Margin", "margin", "sha256", "SHA-256", "/rows/", "test_v1"):
                assert word not in seen, (seed, word)
            assert one.result["pricing_ref"] not in seen
    assert looked > 50


def test_the_lines_of_a_quote_add_up_to_the_total_of_the_answer() -> None:
    for seed in range(30):
        one = drawn(seed)
        blocks = quote([one], DATED).blocks
        lines = next(block.lines for block in blocks if isinstance(block, Prices))
        total = next(line.amount for line in lines if line.kind == "total")
        parts = [read(line.amount) for line in lines if line.kind not in {"head", "total", "due"}]
        assert sum(parts) == read(total) == exact(one.result["total_usd"])
        dues = [read(line.amount) for line in lines if line.kind == "due"]
        assert not dues or sum(dues) == read(total)


def read(amount: str) -> Decimal:
    return Decimal(amount.replace("−", "-").replace("$", "").replace(",", ""))


def test_a_quote_tells_what_a_customer_asks() -> None:
    pricing: dict[str, Any] = {
        "addons": ["pole_steel", "permit_fee", "old_cabinet", "service_plan"],
        "inputs": {"permit_fee": 212.5}, "quantity": 3,
    }  # fmt: skip
    one = site(**pricing)
    made = quote([one], DATED)
    assert made.facts == (
        Fact("Prepared for", "Prairie Fuel"), Fact("Project", "Pole sign with one cabinet"),
        Fact("Site", "Des Moines, Iowa"), Fact("Quote no.", "pole-sign-2"),
        Fact("Date", "December 1, 2026"), Fact("Valid until", "December 31, 2026"),
    )  # fmt: skip
    assert made.banner == NO_OFFER
    for text in texts(made, paper=True):
        seen = " ".join(text.replace("\xa0", " ").split())
        for told in (
            "Example Sign Works", "100 Example Street", "555-0100", "The sign",
            "Sign on one round pole, 24'-0\" from the ground to its top.", "60 sq ft",
            "Priced: three signs of this kind.", "Foundation", "Delivery", "1 trip",
            "Several signs at once, 3 % of the lines above", "−$150.00", "Permit fee, at cost",
            "$212.50", "Sales tax on material, 7.25 %", "Option taken: Service plan, first year",
            "× 3", f"${one.total:,.2f}", "Due with the order, 50 %", "Balance",
            "Dimmer and astronomical timer", "with tax", "10 or more", "Not included",
            "Electrical service to the sign", "The balance is due on completion.",
            "Prairie Fuel", "Signature", f"Accepted, at ${one.total:,.2f}.",
        ):  # fmt: skip
            assert told in seen, told
        for never in ("12 % of the lines", "18 %", "Fabricator", "19.5 h", "example-shop", "apex"):
            assert never not in seen, never


def test_many_sites_are_a_table_then_totals_then_each() -> None:
    places = ["Store 1", "Store 2", "Store 3"]
    sites = [
        site(document={**POLE, "site_name": place, "site": {"address": f"{at} Main Street"}},
             quantity=at)
        for at, place in enumerate(places, 1)
    ]  # fmt: skip
    made = quote(sites, Wish("2026-12-01", "2026-114"))
    total = sum(one.total for one in sites)
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert [row[:4] for row in table.rows] == [
        *((str(at), place, "Sign on one round pole, 10'-0\" × 6'-0\"", str(at))
          for at, place in enumerate(places, 1)),
        ("", "Total", "", "6"),
    ]  # fmt: skip
    assert sum(read(row[4]) for row in table.rows[:-1]) == read(table.rows[-1][4]) == total
    sums, *each = (block for block in made.blocks if isinstance(block, Prices))
    parts = {line.kind: read(line.amount) for line in sums.lines}
    assert parts["plain"] + parts["less"] + parts["tax"] == parts["total"] == total
    assert [line.amount for block in each for line in block.lines if line.kind == "total"] == [
        words.dollars(one.total) for one in sites
    ]
    assert not [line for block in each for line in block.lines if line.kind == "due" or line.text]
    assert [block.title for block in made.blocks if isinstance(block, Part)] == ["Prices by site"]
    assert Fact("Sites", "three sites") in made.facts
    assert Fact("Quote no.", "2026-114") in made.facts
    dues = sum(exact(one.result["deposit"]["amount_usd"]) for one in sites)
    for text in texts(made, paper=True):
        for told in (f"${total:,.2f}", f"${dues:,.2f}", "at three sites", "2 Main Street"):
            assert told in text, told


def lone(*rows: dict[str, Any], **head: Any) -> Site:
    """A site by a small book, without date, number or place."""
    return site(make_book(*rows, **head), {"site": None, "sign": None})


def test_a_book_that_tells_nothing_of_a_shop_makes_a_plain_quote() -> None:
    v1 = cast("PricingPack", Catalogue().load("pricing", "v1")[0])
    one = site(v1, {**POLE, "revision": None})
    made = quote([one], Wish())
    assert (made.letterhead.name, made.banner, made.foot) == ("", "", "")
    assert Fact("Quote no.", "pole-sign") in made.facts
    text = markdown.render(made)
    assert "Engineering only: no fabrication, no foundation, no installation" in text
    assert "Valid" not in text
    assert '<header class="letterhead">' not in html.render(made)
    assert 'alt="Logo"' in html.render(made, LOGO)
    assert pdf.render(made, "2026-12-01", Paper("a4", LOGO)).startswith(b"%PDF")


def test_taxes_of_an_older_book_are_told_apart() -> None:
    fee = {"code": "fee", "type": "flat", "amount_usd": 100, "taxable": True}
    one = lone(fee, {"code": "vat", "type": "tax", "rate_pct": 5})
    lines = next(b for b in quote([one], Wish()).blocks if isinstance(b, Prices)).lines
    assert [(line.kind, line.amount) for line in lines] == [
        ("plain", "$100.00"), ("tax", "$5.00"), ("total", "$105.00"),
    ]  # fmt: skip
    assert one.place == "Site"


def test_validity_deposit_and_breaks_as_a_book_has_them() -> None:
    fee = {"code": "fee", "type": "flat", "amount_usd": 100}
    off = {
        "code": "off", "type": "discount", "by": "sign.area_ft2", "by_unit": "ft2",
        "breaks": [{"above": 0, "up_to": 20, "rate_pct": 0}, {"above": 20, "rate_pct": 10}],
    }  # fmt: skip
    other = {**off, "code": "other", "select": "addon"}
    said = {"clause": "c", "status": "secondary", "sources": ["me"]}
    one = lone(
        fee, off, other, scope="shop", valid_days=10, includes=["all"],
        deposit={**said, "amount_usd": 500}, shop={"name": "Us", "licence": "C-45"},
    )  # fmt: skip
    made = quote([one], Wish())
    assert made.facts == (Fact("Valid for", "10 days"),)
    assert made.letterhead.lines == ("Licence C-45",)
    text = markdown.render(made)
    assert "| Due with the order |  | \\$90.00 |" in text
    assert "| Balance |  | \\$0.00 |" in text
    assert text.count("| Amount | Taken off |") == 1  # the add-on is not chosen
    assert "| up to and including 20 ft2 | none |\n| above 20 ft2 | 10 % |" in text
    assert "Not included" not in text


def test_a_quote_never_outlasts_its_book() -> None:
    assert Fact("Valid until", "December 31, 2027") in quote([site()], Wish("2027-12-20")).facts


def test_what_others_write_is_shown_and_never_obeyed() -> None:
    hostile = "<script>alert(1)</script> #set page() [x](http://e) | **b** \u202e\x1b[31m"
    one = site(document={**POLE, "name": hostile, "customer": hostile, "site_name": hostile * 9})
    made = quote([one, one], DATED)
    page = html.render(made)
    assert "<script" not in page
    html5lib.HTMLParser(strict=True).parse(page)
    assert "http" not in page.replace("http://e", "")
    assert "\\<script\\>" in markdown.render(made)
    assert pdf.render(made).startswith(b"%PDF")


def test_equal_quotes_have_equal_bytes() -> None:
    made = [quote([site()], DATED) for _ in range(2)]
    assert len({pdf.render(one, "2026-12-01") for one in made}) == 1


def test_the_sheet_of_the_shop_parts_every_line() -> None:
    one = site(addons=["service_plan"])
    made = sheet([one], DATED)
    lines, job, hours, options = (block for block in made.blocks if isinstance(block, Table))
    for column in (4, 5, 6):
        parts = [read(row[column]) for row in lines.rows if row[column]]
        assert sum(parts[:-1]) == parts[-1]
    *rows, total = lines.rows
    assert total[3] == words.dollars(one.total)
    told = {row[0]: row for row in rows}
    assert told["Overhead, 12 % of the lines (hidden)"][4:] == (
        "", told["Overhead, 12 % of the lines (hidden)"][3], "", ""
    )  # fmt: skip
    assert told["Two visits"][3:] == ("$420.00", "$231.00", "", "$189.00", "45.0 %")
    assert told["Sales tax on material, 7.25 %"][4:] == ("", "", "", "")
    sums = {row[0]: read(row[1]) for row in job.rows}
    assert sums["Cost"] + sums["Overhead"] + sums["Margin"] == sums["Price before tax"]
    assert sums["Price before tax"] + sums["Tax"] == sums["Total"] == one.total
    assert hours.rows[0] == ("Sign fabricator", "28", "$58.00")
    assert [row[:2] for row in options.rows] == [
        ("Dimmer and astronomical timer", "offered"), ("Service plan, first year", "taken"),
    ]  # fmt: skip
    for text in texts(made, paper=True):
        assert "Not for the customer" in text


def test_the_sheet_of_many_sites_begins_with_all_of_them() -> None:
    sites = [site(), site(quantity=2)]
    table = next(block for block in sheet(sites, DATED).blocks if isinstance(block, Table))
    for column in range(2, 6):
        *each, total = (read(row[column]) for row in table.rows)
        assert sum(each) == total
    free = lone({"code": "fee", "type": "flat", "amount_usd": 0}, scope="shop")
    assert [block.title for block in sheet([free], DATED).blocks if isinstance(block, Table)] == [
        "Lines", "Job",
    ]  # fmt: skip


def cabinet(bottom: float = 0.0, **more: Any) -> dict[str, Any]:
    return {"width_ft": 10, "height_ft": 4.5, "bottom_ft": bottom, **more}


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ({"elements": [cabinet()]}, ["Monument sign, 4'-6\" from the ground to its top.",
         "Cabinet: 10'-0\" wide, 4'-6\" high, 45 sq ft, lower edge 0'-0\" above the ground."]),
        ({"elements": [cabinet(9)], "mounting": "wall"}, ["Wall sign, 13'-6\" from the ground"]),
        ({"elements": [cabinet(9)], "mounting": "roof"}, ["Roof sign"]),
        ({"elements": [cabinet(9)], "mounting": "projecting"}, ["Projecting sign"]),
        ({"elements": [cabinet(9)]}, ["Sign, 13'-6\""]),
        ({"elements": [cabinet(0.5)], "poles": {"count": 2}}, ["Monument sign"]),
        ({"elements": [cabinet(9), cabinet(14, name="topper", thickness_ft=1)],
          "poles": {"count": 12, "shape": "square"}},
         ["Sign on 12 square poles with two cabinets, 90 sq ft, 18'-6\"", "Cabinet 1: 10'-0\" wide",
          "Topper: 10'-0\" wide, 4'-6\" high, 45 sq ft, 1'-0\" deep, lower edge 14'-0\""]),
        ({"elements": [cabinet(outline="ellipse"), cabinet(area_ft2=30.26)]},
         ["Monument sign with two cabinets, 4'-6\"", "oval, lower", "30.3 sq ft"]),
    ],
)  # fmt: skip
def test_a_sign_in_words(sign: dict[str, Any], told: Sequence[str]) -> None:
    found = " ".join(words.sign({"sign": sign}))
    assert all(one in found for one in told), found
    assert words.brief({"sign": sign}).endswith(
        "10'-0\" × 4'-6\"" + (" and 1 more" if len(sign["elements"]) > 1 else "")
    )


def test_no_sign_has_no_words() -> None:
    assert words.sign({}) == ()
    assert words.brief({"sign": {"elements": []}}) == ""


def test_a_date_that_no_calendar_has_is_the_last_one() -> None:
    assert words.later("9999-12-30", 30) == "9999-12-31"


def test_lines_have_words_only_where_there_are_some() -> None:
    made = Quote(
        "Quote", quote([site()], DATED).letterhead, (), "", (Prices("", (Line("plain", "a"),)),), ""
    )
    assert "| a |  |  |" in markdown.render(made)
    assert "<dl" in html.render(made)
