"""Text from outside made harmless, names made readable, numbers made even."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What is obeyed instead of seen: controls, directions, and letters that have no shape at all."""
_FORBIDDEN = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(0x10000 * n + 0xFFFE)}{chr(0x10000 * n + 0xFFFF)}" for n in range(17))
    + "]"
)

UNITS = {
    "_psf_per_ft": "psf/ft",
    "_kipft": "kip-ft",
    "_lbft": "lbf-ft",
    "_lbf": "lbf",
    "_lb": "lb",
    "_plf": "lbf/ft",
    "_psf": "psf",
    "_ksi": "ksi",
    "_psi": "psi",
    "_pcf": "pcf",
    "_ft2": "ft²",
    "_ft3": "ft³",
    "_yd3": "yd³",
    "_ft": "ft",
    "_in2": "in²",
    "_in3": "in³",
    "_in4": "in⁴",
    "_in": "in",
    "_mph": "mph",
    "_mps": "m/s",
    "_pa": "Pa",
    "_hz": "Hz",
    "_usd": "USD",
    "_deg": "°",
    "_kpa_per_m": "kPa/m",
    "_kn_per_m3": "kN/m³",
    "_kn_per_m": "kN/m",
    "_m_per_s": "m/s",
    "_knm": "kN·m",
    "_kn": "kN",
    "_kg": "kg",
    "_kpa": "kPa",
    "_mpa": "MPa",
    "_m2": "m²",
    "_m3": "m³",
    "_mm2": "mm²",
    "_cm3": "cm³",
    "_cm4": "cm⁴",
    "_mm": "mm",
    "_m": "m",
}
"""Units by the ending of a field's name."""

_UNIT_WORDS = {"1": "", "deg": "°", "1/kft": "1/1000 ft", "ft-psf^0.5": "ft·√psf", "kN-m": "kN·m"}
_POWERS = str.maketrans("234", "²³⁴")

SHORT_BELOW = 99.95
"""From here on three digits are whole ones."""

NOT_CHECKED = "not_checked"
"""The key of what a calculation leaves out."""


def accepted(warning: Mapping[str, Any]) -> str:
    """Why a warning is accepted, and by whom; nothing for one that is not.

    >>> accepted({"accepted": {"reason": "The mill has deep rigs.", "by": "J. Doe, PE"}})
    'Accepted by J. Doe, PE: The mill has deep rigs.'
    """
    found = warning.get("accepted")
    if not found:
        return ""
    by = f" by {found['by']}" if found["by"] else ""
    return f"Accepted{by}: {found['reason']}"


def not_checked(envelope: Mapping[str, Any]) -> list[str]:
    """What the calculations of an answer leave out, each said once."""
    result = envelope["result"] or {}
    parts = [result, *(part for part in result.values() if isinstance(part, Mapping))]
    return [*dict.fromkeys(limit for part in parts for limit in part.get(NOT_CHECKED) or ())]


def unit(symbol: str) -> str:
    """A step's unit as it is printed.

    >>> unit("ft2"), unit("1"), unit("psf/mph2"), unit("kip-ft")
    ('ft²', '', 'psf/mph²', 'kip-ft')
    """
    if symbol in _UNIT_WORDS:
        return _UNIT_WORDS[symbol]
    head, _, tail = symbol.partition(" ")
    shown = one_line(tail or head)
    if shown[-1:] in {"2", "3", "4"}:
        shown = shown[:-1] + shown[-1].translate(_POWERS)
    return f"×10⁻⁶ {shown}" if tail and head == "1e-6" else shown


def money(value: float) -> str:
    """An amount with cents.

    >>> money(1234.5)
    '1,234.50'
    """
    return f"{value:,.2f}"


_ASCII = str.maketrans({
    "²": "2", "³": "3", "⁴": "4", "⁶": "6", "°": "deg", "·": "|", "–": "-", "—": "-", "…": "...",
    "×": "x", "≤": "<=", "≥": ">=", "→": "->", "“": '"', "”": '"', "’": "'", "√": "sqrt",
    "±": "+/-", "█": "#", "░": ".", "✓": "ok", "✗": "FAIL", "•": "-", "⋅": "*", "γ": "gamma",
    "α": "alpha", "−": "-", "⁻": "-", "✔": "ok", "›": ">", "ℹ": "i", "─": "-", "∙": "*",
})  # fmt: skip


MARKS = {False: ("✗", "✓"), True: ("FAIL", "ok")}
"""Of what fails and what passes, for those who know nothing but ASCII too."""


def visible(text: str) -> str:
    r"""Text with its control characters shown instead of obeyed; line ends stay.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return _CONTROL.sub(lambda match: repr(match[0])[1:-1], text)


def short(value: float) -> str:
    """A number to three digits, but no whole digit of it left out.

    >>> short(2405.47), short(47.419), short(99.97), short(0.5), short(1000000)
    ('2,405', '47.4', '100', '0.5', '1,000,000')
    """
    return f"{value:,.0f}" if abs(value) >= SHORT_BELOW else f"{value:.3g}"


def one_line(text: str) -> str:
    """The same, on one line."""
    return visible(text).replace("\n", " ")


def printable(text: str) -> str:
    r"""One line without the code points that HTML and XML forbid.

    >>> printable("a\ufffe\x00b")
    'a\ufffd\\x00b'
    """
    return _FORBIDDEN.sub("\ufffd", one_line(text))


def aligned(numbers: Sequence[str]) -> list[str]:
    """Numbers with so much space behind them that their decimal points stand over one another.

    >>> aligned(["24", "31.718", "0.5", ""])
    ['24    ', '31.718', '0.5  ', '']
    """
    tails = [len(text) - len(text.partition(".")[0]) for text in numbers]
    most = max(tails, default=0)
    return [text and text + " " * (most - tail) for text, tail in zip(numbers, tails, strict=True)]


def ascii_only(text: str) -> str:
    """The text for a terminal that knows nothing but ASCII.

    >>> ascii_only("12 ft² · é")
    '12 ft2 | ?'
    """
    return text.translate(_ASCII).encode("ascii", "replace").decode("ascii")


def label(name: str) -> tuple[str, str]:
    """A field's name as words, and its unit.

    >>> label("velocity_pressure_psf"), label("cf")
    (('velocity pressure', 'psf'), ('cf', ''))
    """
    for ending, unit in UNITS.items():
        if name.endswith(ending):
            return name.removesuffix(ending).replace("_", " "), unit
    return name.replace("_", " "), ""


LONG = 11
"""More decimals has only what was written in another unit, 800 mm in inches say."""


def number(value: Any) -> str:
    """A number with thousands set apart; other values as words.

    >>> number(31.496062992125985)
    '31.496063'

    >>> number(12345.678), number(10), number(True), number(None)
    ('12,345.678', '10', 'yes', '-')
    """
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        written = f"{value:,}"
        if len(written.rpartition(".")[2]) > LONG and abs(value) >= 1:
            return f"{value:,.6f}".rstrip("0")
        return written
    return one_line(str(value))


def is_number(value: Any) -> bool:
    """Whether a value is set right."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def cell(name: str, value: Any) -> str:
    """A value in one line; an amount of money with its cents."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(cell(name, item) for item in value)
    if name.endswith("_usd") and is_number(value):
        return money(value)
    return number(value)
