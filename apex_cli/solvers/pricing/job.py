"""What a job costs beside its price: the shop's own sheet."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec.structs import asdict

from apex_cli.packs.pricing import PricingPack
from apex_cli.packs.pricing_base import Role
from apex_cli.packs.pricing_rows import Discount, Labour, MinimumCharge, Rounding, Row, Tax
from apex_cli.solvers.pricing.money import CENT, exact, money
from apex_cli.solvers.pricing.result import Hours, Job, ShopLine
from apex_cli.solvers.pricing.sheet import Line

_MARGIN = (Discount, MinimumCharge, Rounding)


def role_of(row: Row) -> Role:
    """What a row counts as, if it says nothing else."""
    return row.role or ("margin" if isinstance(row, _MARGIN) else "cost")


def own(line: Line) -> ShopLine:
    """A line as the shop sees it, with what of it is cost."""
    row, item = line.row, line.item
    role = "tax" if isinstance(row, Tax) else role_of(row)
    share = exact(100.0 if row.cost_pct is None else row.cost_pct)
    cost = (item.subtotal_usd * share / 100).quantize(CENT) if role == "cost" else Decimal(0)
    own: dict[str, Any] = asdict(item) | {
        "group": row.group, "hidden": row.hidden, "option": row.option, "role": role,
        "cost_usd": cost,
    }  # fmt: skip
    return ShopLine(**own)


def job(lines: Sequence[Line], book: PricingPack) -> Job:
    """The lines of the total as the shop counts them."""
    seen = [own(line) for line in lines]
    price = sum((one.subtotal_usd for one in seen if one.role != "tax"), Decimal(0))
    cost = sum((one.cost_usd for one in seen), Decimal(0))
    overhead = sum((one.subtotal_usd for one in seen if one.role == "overhead"), Decimal(0))
    tax = sum((one.subtotal_usd for one in seen if one.role == "tax"), Decimal(0))
    margin = price - cost - overhead

    def share(part: Decimal) -> float | None:
        return float(100 * part / price) if price else None

    return Job(
        cost, overhead, margin, tax, share(cost), share(overhead), share(margin),
        _hours(lines, book),
    )  # fmt: skip


def _hours(lines: Sequence[Line], book: PricingPack) -> list[Hours]:
    """The hours of every trade that works on the job."""
    found: dict[str, Decimal] = {}
    for line in lines:
        if isinstance(line.row, Labour):
            for trade, count in book.crews[line.row.crew].members.items():
                hours = count * exact(line.item.quantity)
                found[trade] = found.get(trade, Decimal(0)) + hours
    return [
        Hours(trade, book.trades[trade].label, float(hours), money(book.trades[trade].rate_usd))
        for trade, hours in found.items()
    ]
