"""A sign in words, money and dates as a customer reads them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from apex_cli.render.lengths import feet_inches
from apex_cli.render.text import number, unit

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHAPES = {
    "triangle_up": "triangle", "triangle_down": "triangle", "ellipse": "oval",
    "polygon": "shape of its own",
}  # fmt: skip
_POLES = {"round": "round ", "square": "square ", "square_diagonal": "square "}
_AT_GRADE = 2.0
"""A sign without poles whose lower edge is not higher stands on the ground, ft."""


def dollars(amount: Decimal) -> str:
    r"""An amount as it is paid.

    >>> dollars(Decimal("1234.5")), ascii(dollars(Decimal("-50")))
    ('$1,234.50', "'\\u2212$50.00'")
    """
    sign = "−" if amount < 0 else ""
    return f"{sign}${abs(amount):,.2f}"


def day(iso: str) -> str:
    """A date in words.

    >>> day("2026-11-30")
    'November 30, 2026'
    """
    year, month, number_ = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number_)}, {year}"


def later(iso: str, days: int) -> str:
    """The date so many days later; the last day that a calendar has if that is later.

    >>> later("2026-11-30", 30)
    '2026-12-30'
    """
    try:
        return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()
    except OverflowError:
        return date.max.isoformat()


def counted(amount: float, of: str) -> str:
    r"""A quantity; pieces by their number alone.

    >>> counted(6.5, "h"), ascii(counted(2, "each"))
    ('6.5 h', "'\\xd7 2'")
    """
    return f"× {number(amount)}" if of == "each" else f"{number(amount)} {unit(of)}"


def many(count: int, noun: str) -> str:
    """How many, in words up to nine.

    >>> many(2, "cabinet"), many(1, "pole"), many(40, "sign")
    ('two cabinets', 'one pole', '40 signs')
    """
    told = NUMERALS[count] if count < len(NUMERALS) else f"{count:,}"
    return f"{told} {noun}{'' if count == 1 else 's'}"


def sign(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The sign of a project in sentences: what it is, and each cabinet with its size."""
    told = document.get("sign") or {}
    cabinets = told.get("elements") or ()
    if not cabinets:
        return ()
    top = max(one["bottom_ft"] + one["height_ft"] for one in cabinets)
    area = sum(one.get("area_ft2") or one["width_ft"] * one["height_ft"] for one in cabinets)
    plain = all(one.get("outline") in {None, "rectangle"} for one in cabinets)
    faces = f", {_area(area)}" if plain and len(cabinets) > 1 else ""
    kind = _kind(told, min(one["bottom_ft"] for one in cabinets))
    held = f" with {many(len(cabinets), 'cabinet')}" if len(cabinets) > 1 else ""
    return (
        f"{kind}{held}{faces}, {feet_inches(top)} from the ground to its top.",
        *_cabinets(cabinets),
    )


def brief(document: Mapping[str, Any]) -> str:
    """The sign of a project in a few words, for a table."""
    told = document.get("sign") or {}
    cabinets = told.get("elements") or ()
    if not cabinets:
        return ""
    first = max(cabinets, key=lambda one: one["width_ft"] * one["height_ft"])
    size = f"{feet_inches(first['width_ft'])} × {feet_inches(first['height_ft'])}"
    more = f" and {len(cabinets) - 1} more" if len(cabinets) > 1 else ""
    kind = _kind(told, min(one["bottom_ft"] for one in cabinets))
    return f"{kind}, {size}{more}"


def _area(area: float) -> str:
    """An area to a tenth.

    >>> _area(36.0), _area(37.52)
    ('36 sq ft', '37.5 sq ft')
    """
    return f"{round(area, 1):,.10g} sq ft"


def _kind(told: Mapping[str, Any], lowest: float) -> str:
    """What kind of sign it is."""
    mounting = told.get("mounting") or "ground"
    if mounting != "ground":
        return {"wall": "Wall sign", "roof": "Roof sign"}.get(mounting, "Projecting sign")
    poles = told.get("poles") or {}
    if not poles:
        return "Monument sign" if lowest <= _AT_GRADE else "Sign"
    shape = _POLES.get(poles.get("shape") or "", "")
    count = poles.get("count") or 1
    if lowest <= _AT_GRADE:
        return "Monument sign"
    return f"Sign on {many(count, f'{shape}pole')}"


def _cabinets(cabinets: Any) -> Iterator[str]:
    for at, one in enumerate(cabinets, 1):
        name = one.get("name") or ("Cabinet" if len(cabinets) == 1 else f"Cabinet {at}")
        size = f"{feet_inches(one['width_ft'])} wide, {feet_inches(one['height_ft'])} high"
        shape = _SHAPES.get(one.get("outline") or "")
        area = one.get("area_ft2") or (None if shape else one["width_ft"] * one["height_ft"])
        parts = [size, shape, f"{_area(area)}" if area else None]
        if one.get("thickness_ft"):
            parts.append(f"{feet_inches(one['thickness_ft'])} deep")
        parts.append(f"lower edge {feet_inches(one['bottom_ft'])} above the ground")
        yield f"{name[:1].upper()}{name[1:]}: {', '.join(part for part in parts if part)}."
