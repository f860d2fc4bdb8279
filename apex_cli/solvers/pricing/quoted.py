"""A price by a shop's book: options, the deposit, what the customer sees, what the job costs."""

from collections.abc import Mapping, Sequence

from msgspec.structs import asdict

from apex_cli.equations import Citations
from apex_cli.packs.pricing_rows import Tax
from apex_cli.packs.pricing_shop import Deposit
from apex_cli.solvers.pricing import equations as eq
from apex_cli.solvers.pricing.choice import Chosen
from apex_cli.solvers.pricing.job import job, own
from apex_cli.solvers.pricing.money import money
from apex_cli.solvers.pricing.result import Due, Option, PricingResult, ShopResult, Shown
from apex_cli.solvers.pricing.sheet import Line
from apex_cli.solvers.pricing.shown import WHOLE, shown
from apex_cli.solvers.pricing.work import Priced, Work, possible


def quoted(made: PricingResult, work: Work, whole: Priced, asked: Chosen) -> ShopResult:
    """The price with all that a shop's book tells beside it.

    Args:
        made: The price without the options that are taken.
        work: What is priced.
        whole: The lines of that price.
        asked: The rows; each option is priced by itself, with the taxes.

    Raises:
        PackError: An expression of an option has no value.
        NoAnswer: The book has no price for an amount, or no price could be that high.
    """
    taxes = [(at, row) for at, row in asked.rows if isinstance(row, Tax)]
    options = {
        code: work.priced([*rows, *taxes], f"{code}_") for code, rows in asked.options.items()
    }
    taken = {code: one for code, one in options.items() if code in work.pricing.addons}
    subtotal = _with(work, "subtotal", whole.subtotal, {c: o.subtotal for c, o in taken.items()})
    total = _with(work, "total", whole.total, {c: o.total for c, o in taken.items()})
    lines = [line for one in (whole, *taken.values()) for line in one.lines]
    seen = {code: _shown(work, one.lines, code) for code, one in options.items()}
    main = _shown(work, whole.lines, None)
    stated = asdict(made) | {
        "line_items": [own(line) for line in lines],
        "subtotal_usd": money(subtotal),
        "total_usd": money(total),
    }
    return ShopResult(
        **stated,
        scope=work.pack.scope or "",
        contains=work.pack.contains,
        shown=[*main, *(one for code in taken for one in seen[code])],
        options=[
            Option(
                code, work.pack.options[code].label, code in taken, list(map(own, one.lines)),
                seen[code], money(one.subtotal), money(one.total),
            )
            for code, one in options.items()
        ],
        deposit=_due(work, total, work.pack.deposit) if work.pack.deposit else None,
        valid_days=work.pack.valid_days,
        job=job(lines, work.pack),
    )  # fmt: skip


def _with(work: Work, name: str, main: float, more: Mapping[str, float]) -> float:
    """The sum of the price and the options that are taken."""
    if not more:
        return main
    terms = {name: main} | {f"{code}_{name}": value for code, value in more.items()}
    return possible(work.trace(eq.total(f"{name}_with_options", tuple(terms)), **terms))


def _shown(work: Work, lines: Sequence[Line], option: str | None) -> list[Shown]:
    """What the customer sees of these lines; that it is one sum is told."""
    label = WHOLE if option is None else work.pack.options[option].label
    found = shown(lines, work.pack.groups, option, label)
    if any(one.kind == "lump" and one.group is None for one in found):
        work.trace.assume(
            f"{label}: the customer sees one sum, for what is hidden can be spread over no line "
            "that counts in the same taxes and discounts."
        )
    return found


def _due(work: Work, total: float, deposit: Deposit) -> Due:
    """What is due with the order."""
    trace = work.trace
    trace.cite(Citations(work.pack.standard, {"due": deposit.clause}))
    if deposit.rate_pct is None:
        amount = deposit.at("amount_usd", value=float(deposit.amount_usd or 0))
        due = trace(eq.deposit_at_most(), total=total, amount=amount)
    else:
        rate = deposit.at("rate_pct", value=deposit.rate_pct)
        due = trace(eq.deposit(work.pack.cents), total=total, rate=rate)
    trace.cite(work.pack.citations)
    return Due(deposit.rate_pct, money(due), money(total) - money(due))
