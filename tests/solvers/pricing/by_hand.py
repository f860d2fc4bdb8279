"""The price of a project once more: in fractions, from the book's document, by its guide alone.

Nothing of the program is used here. Cents are whole numbers.
"""

import math
import re
from fractions import Fraction
from typing import Any, NamedTuple

Document = dict[str, Any]


class Price(NamedTuple):
    """What a price comes to, in cents."""

    lines: list[tuple[str, int]]
    subtotal: int
    total: int
    options: dict[str, int]
    deposit: int | None
    cost: int
    overhead: int
    hours: dict[str, Fraction]
    shown: list[tuple[str, int]]


def exactly(value: float) -> Fraction:
    """The number as it is written."""
    return Fraction(str(value))


def dollars(value: float) -> int:
    """A price of the book in cents."""
    return int(exactly(value) * 100)


def half_up(value: Fraction) -> int:
    """To whole numbers, a half upwards."""
    return math.floor(value + Fraction(1, 2))


def thousandths(value: Fraction) -> Fraction:
    return Fraction(half_up(value * 1000), 1000)


def up_to_multiple(value: Fraction, of: Fraction) -> Fraction:
    return of * math.ceil(value / of)


class Book:
    """A book, a project and its amounts."""

    def __init__(self, book: Document, pricing: Document, amounts: dict[str, float]) -> None:
        self.book, self.pricing = book, pricing
        self.amounts = {name: exactly(value) for name, value in amounts.items()}
        self.signs = pricing.get("quantity", 1)
        self.cents = half_up if book["cents"] == "half_up" else math.ceil

    def expression(self, text: str, row: Document) -> Fraction:
        """A product or quotient of names and numbers, as these tests write them."""
        found = Fraction(1)
        for sign, word in re.findall(r"([*/]?)\s*([\w.]+)", text):
            if re.fullmatch(r"[\d.]+", word):
                value = Fraction(word)
            elif word == "input":
                value = exactly(self.pricing["inputs"][row["code"]])
            elif word == "pricing.quantity":
                value = Fraction(self.signs)
            else:
                value = self.amounts[word]
            found = found / value if sign == "/" else found * value
        return found

    def times(self, row: Document) -> int:
        return int(self.signs) if row["per"] == "sign" else 1

    def indexed(self, row: Document, cents: int) -> int:
        region = self.pricing.get("region")
        if region is None or row.get("index") is None:
            return cents
        return self.cents(cents * exactly(self.book["regions"][region][row["index"]]))

    def charged(self, row: Document, amount: Fraction) -> Fraction:
        """Rounded up to the increment, at least the minimum."""
        if row.get("increment"):
            amount = up_to_multiple(amount, exactly(row["increment"]))
        return max(exactly(row.get("minimum") or 0), amount)

    def measured(self, row: Document) -> Fraction:
        amount = self.expression(row["quantity"], row)
        return self.charged(row, amount / 100 if row.get("unit") == "cwt" else amount)

    def price(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        """The lines of a row in cents, after those above it."""
        return list(getattr(self, f"_{row['type']}")(row, above))

    def _flat(self, row: Document, _above: Any) -> list[int]:
        return [self.indexed(row, dollars(row["amount_usd"])) * self.times(row)]

    def _brackets(self, row: Document, _above: Any) -> list[int]:
        band = band_of(row["brackets"], self.expression(row["by"], row))
        return [self.indexed(row, dollars(band["amount_usd"])) * self.times(row)]

    def _per_unit(self, row: Document, _above: Any) -> list[int]:
        quantity = thousandths(self.measured(row) * self.times(row))
        return [self.cents(quantity * self.indexed(row, dollars(row["amount_usd"])))]

    def _steps(self, row: Document, _above: Any) -> list[int]:
        one = thousandths(self.measured(row))
        if row["method"] == "whole":
            parts = [(band_of(row["steps"], one), one)]
        else:
            parts = []
            for step in row["steps"]:
                low, high = exactly(step["above"]), step.get("up_to")
                within = one if high is None else min(one, exactly(high))
                if one > low or low == 0:
                    parts.append((step, within - low))
        return [
            self.cents(
                thousandths(within * self.times(row))
                * self.indexed(row, dollars(step["amount_usd"]))
            )
            for step, within in parts
        ]

    def hours(self, row: Document) -> Fraction:
        work = self.expression(row["work"], row)
        by = self.expression(row["by"], row) if row.get("by") else work
        hours = work * exactly(band_of(row["hours"], by)["hours"]) + exactly(
            row.get("setup_h") or 0
        )
        return thousandths(self.charged(row, hours) * self.times(row))

    def _labour(self, row: Document, _above: Any) -> list[int]:
        members = self.book["crews"][row["crew"]]["members"]
        rate = sum(n * dollars(self.book["trades"][t]["rate_usd"]) for t, n in members.items())
        return [self.cents(self.hours(row) * self.indexed(row, rate))]

    def _at_cost(self, row: Document, _above: Any) -> list[int]:
        return [dollars(self.pricing["inputs"][row["code"]])]

    def _percent(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        base, rate = of(row, above), exactly(row["rate_pct"])
        if base is None:
            return []
        return [self.cents(base * rate / (100 if row["basis"] == "markup" else 100 - rate))]

    def _tax(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        taxed = [cents for other, cents in above if other.get("taxable")]
        return [self.cents(sum(taxed) * exactly(row["rate_pct"]) / 100)] if taxed else []

    def _minimum_charge(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        return [max(0, dollars(row["amount_usd"]) - sum(cents for _, cents in above))]

    def _rounding(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        base, to = Fraction(sum(cents for _, cents in above)), dollars(row["to_usd"])
        whole = math.ceil(base / to) if row["mode"] == "up" else half_up(base / to)
        return [whole * to - int(base)]

    def _discount(self, row: Document, above: list[tuple[Document, int]]) -> list[int]:
        most = max(0, sum(cents for _, cents in above))
        if row.get("amount_usd") is not None:
            return [-min(dollars(row["amount_usd"]), most)]
        rate = self.rate(row)
        base = of(row, above)
        if base is None or not rate:
            return []
        return [-min(self.cents(max(0, base) * rate / 100), most)]

    def rate(self, row: Document) -> Fraction:
        if row.get("rate_pct") is not None:
            return exactly(row["rate_pct"])
        by = self.expression(row.get("by", "pricing.quantity"), row)
        return exactly(band_of(row["breaks"], by)["rate_pct"])

    def block(self, rows: list[Document]) -> list[tuple[Document, int]]:
        """The lines of these rows in cents."""
        lines: list[tuple[Document, int]] = []
        for row in rows:
            lines += [(row, cents) for cents in self.price(row, lines)]
        return lines

    def whole(self) -> Price:
        """All of it."""
        addons = self.pricing.get("addons", [])
        main = [
            row for row in self.book["rows"]
            if row["select"] == "always" or (row["select"] == "addon" and row["code"] in addons)
        ]  # fmt: skip
        taxes = [row for row in main if row["type"] == "tax"]
        offer = self.pricing.get("offer")
        options = {
            code: self.block(
                [row for row in self.book["rows"] if row.get("option") == code] + taxes
            )
            for code in self.book.get("options", {})
            if code in addons or offer is None or code in offer
        }
        blocks = [self.block(main)]
        blocks += [lines for code, lines in options.items() if code in addons]
        every = [line for lines in blocks for line in lines]
        total = sum(cents for _, cents in every)
        before = sum(cents for row, cents in every if row["type"] != "tax")
        deposit = self.book.get("deposit")
        due = None
        if deposit and deposit.get("rate_pct") is not None:
            due = self.cents(total * exactly(deposit["rate_pct"]) / 100)
        elif deposit:
            due = min(dollars(deposit["amount_usd"]), total)
        return Price(
            [(row["code"], cents) for row, cents in every], before, total,
            {code: sum(cents for _, cents in lines) for code, lines in options.items()}, due,
            sum(cost_of(row, cents) for row, cents in every),
            sum(cents for row, cents in every if role(row) == "overhead"),
            self.by_trade({row["code"]: row for row, _ in every}),
            [one for lines in blocks for one in seen(lines, self.book.get("groups", []))],
        )  # fmt: skip

    def by_trade(self, rows: dict[str, Document]) -> dict[str, Fraction]:
        found: dict[str, Fraction] = {}
        for row in rows.values():
            if row["type"] == "labour":
                for trade, count in self.book["crews"][row["crew"]]["members"].items():
                    found[trade] = found.get(trade, Fraction(0)) + count * self.hours(row)
        return found


def band_of(bands: list[Document], value: Fraction) -> Document:
    return next(
        band for band in bands if band.get("up_to") is None or value <= exactly(band["up_to"])
    )


def of(row: Document, above: list[tuple[Document, int]]) -> int | None:
    """What the lines that a percentage names come to; None if there are none."""
    named = row.get("of", ["above"])
    found = [cents for other, cents in above if named == ["above"] or other["code"] in named]
    return sum(found) if found else None


def role(row: Document) -> str:
    usual = {"tax": "tax", "discount": "margin", "rounding": "margin", "minimum_charge": "margin"}
    if row["type"] == "tax":
        return "tax"
    return row.get("role") or usual.get(row["type"], "cost")


def cost_of(row: Document, cents: int) -> int:
    """What of a line is cost: a half cent to the even one, as nobody is billed for it."""
    return round(cents * exactly(row.get("cost_pct") or 100) / 100) if role(row) == "cost" else 0


def seen(lines: list[tuple[Document, int]], groups: list[Document]) -> list[tuple[str, int]]:  # noqa: C901 - told in one piece, as the guide tells it
    """What the customer sees: rows or lump sums with what is hidden in them, in cents."""
    amounts: dict[str, int] = {}
    rows: dict[str, Document] = {}
    for row, cents in lines:
        amounts[row["code"]] = amounts.get(row["code"], 0) + cents
        rows[row["code"]] = row
    order = list(rows)
    lumps = {group["name"] for group in groups if group.get("shown") == "lump"}
    hidden = [code for code in order if rows[code].get("hidden")]

    def told(code: str) -> bool:
        row = rows[code]
        return not (row.get("hidden") or row.get("group") in lumps) and (
            row["type"] in {"percent", "tax"}
            or (row["type"] == "discount" and row.get("amount_usd") is None)
        )

    def counts(code: str) -> list[str]:
        """The percentages, as the customer is told them, that a row counts in."""
        found = []
        for other in filter(told, order):
            named = rows[other].get("of", ["above"])
            if rows[other]["type"] == "tax":
                among = bool(rows[code].get("taxable"))
            elif named == ["above"]:
                among = order.index(code) < order.index(other)
            else:
                among = code in named
            found += [other] if among else []
        return found

    borne = dict.fromkeys(order, 0)
    for code in hidden:
        if amounts[code] == 0:
            continue
        able = [
            other for other in order
            if rows[other]["type"] in {"flat", "brackets", "per_unit", "steps", "labour"}
            and not rows[other].get("hidden") and amounts[other] > 0
            and counts(other) == counts(code)
        ]  # fmt: skip
        near = [other for other in able if rows[other].get("group") == rows[code].get("group")]
        able = near if near and rows[code].get("group") else able
        if not able:
            return [("lump", sum(amounts.values()))]
        whole, reached = sum(amounts[other] for other in able), 0
        for other in able:
            start = half_up_from_zero(Fraction(amounts[code] * reached, whole))
            reached += amounts[other]
            borne[other] += half_up_from_zero(Fraction(amounts[code] * reached, whole)) - start
    shown = [(code, amounts[code] + borne[code]) for code in order if code not in hidden]
    priced = {"flat", "brackets", "per_unit", "steps", "labour"}
    if any(cents < 0 for code, cents in shown if rows[code]["type"] in priced):
        return [("lump", sum(amounts.values()))]
    found: list[tuple[str, int]] = []
    for code, cents in shown:
        if not cents and rows[code]["type"] in {"minimum_charge", "rounding", "discount"}:
            continue  # it makes up for nothing
        group = rows[code].get("group")
        if group in lumps and found and found[-1][0] == f"={group}":
            found[-1] = (f"={group}", found[-1][1] + cents)
        else:
            found.append((f"={group}" if group in lumps else code, cents))
    return found


def half_up_from_zero(value: Fraction) -> int:
    return half_up(value) if value >= 0 else -half_up(-value)
