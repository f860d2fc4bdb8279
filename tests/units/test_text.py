"""Text to number: exact to the last bit against an independent library; what is refused."""

import random
from fractions import Fraction
from functools import cache

import pint
import pytest

from apex_cli.errors import SHOWN_FAULTS, InvalidInput
from apex_cli.project.reader import validate
from apex_cli.units.fields import SUFFIXES, as_number
from apex_cli.units.table import NAMES, UNITS, alike, named
from apex_cli.units.text import LONGEST, NoQuantity, quantity

LIBRARY = {
    "ft": "foot", "in": "inch", "yd": "yard", "m": "metre", "cm": "centimetre",
    "mm": "millimetre", "ft2": "foot**2", "in2": "inch**2", "m2": "metre**2",
    "cm2": "centimetre**2", "mm2": "millimetre**2", "mph": "mile/hour", "ft/s": "foot/second",
    "m/s": "metre/second", "km/h": "kilometre/hour", "kt": "knot",
    "psf": "force_pound/foot**2", "ksf": "kip/foot**2", "psi": "force_pound/inch**2",
    "ksi": "kip/inch**2", "Pa": "pascal", "kPa": "kilopascal", "MPa": "megapascal",
    "kgf/m2": "force_kilogram/metre**2", "lbf": "force_pound", "kip": "kip", "N": "newton",
    "kN": "kilonewton", "MN": "meganewton", "kgf": "force_kilogram",
    "lbf/ft": "force_pound/foot", "kip/ft": "kip/foot", "N/m": "newton/metre",
    "kN/m": "kilonewton/metre", "kgf/m": "force_kilogram/metre", "pcf": "force_pound/foot**3",
    "psf/ft": "force_pound/foot**2/foot", "kcf": "kip/foot**3", "pci": "force_pound/inch**3",
    "N/m3": "newton/metre**3", "kN/m3": "kilonewton/metre**3",
    "kgf/m3": "force_kilogram/metre**3", "lbf-ft": "force_pound*foot", "kip-ft": "kip*foot",
    "lbf-in": "force_pound*inch", "kip-in": "kip*inch", "N-m": "newton*metre",
    "kN-m": "kilonewton*metre", "deg": "degree", "Hz": "hertz",
}  # fmt: skip
"""Each of our units as the library has it."""

FIELDS = sorted(set(SUFFIXES.values()))
RULER = [1, 2, 4, 8, 16, 32, 64]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Fraction]:
    return pint.UnitRegistry(non_int_type=Fraction)


def spelled(draw: random.Random) -> tuple[str, Fraction]:
    """A number as somebody writes it, and what it is."""
    whole, sign = draw.randrange(10 ** draw.randrange(1, 8)), draw.choice(["", "", "", "-", "+"])
    kind = draw.randrange(5)
    if kind == 0:
        text, size = f"{whole}", Fraction(whole)
    elif kind == 1:
        digits = f"{draw.randrange(10 ** draw.randrange(1, 12))}"
        text = f"{whole}.{digits}"
        size = whole + Fraction(int(digits), 10 ** len(digits))
    elif kind == 2:
        power = draw.randrange(-12, 12)
        text, size = f"{whole}e{power}", whole * Fraction(10) ** power
    else:
        under = draw.choice(RULER)
        over = draw.randrange(under)
        text, size = f"{over}/{under}", Fraction(over, under)
        if kind == 4:
            text, size = f"{whole}{draw.choice(' -')}{text}", whole + size
    return sign + text, -size if sign == "-" else size


def test_five_thousand_quantities_are_the_librarys_to_the_last_bit(
    registry: pint.UnitRegistry[Fraction],
) -> None:
    @cache
    def factor(given: str, wanted: str) -> Fraction:
        size = registry.Quantity(Fraction(1), LIBRARY[given]).to(LIBRARY[wanted]).magnitude
        assert isinstance(size, Fraction | int)
        return Fraction(size)

    names = {
        wanted: [one for one in NAMES if NAMES[one].dimension == named(wanted).dimension]
        for wanted in FIELDS
    }
    draw = random.Random(14)
    for _ in range(5000):
        wanted = draw.choice(FIELDS)
        name = draw.choice(names[wanted])
        given = NAMES[name].symbol
        number, size = spelled(draw)
        text = number + draw.choice(["", " "]) + draw.choice([name, name.upper()])
        expected = float(size * factor(given, wanted))
        assert quantity(text, wanted).hex() == expected.hex(), (text, wanted)


def test_feet_and_inches_however_they_are_written() -> None:
    draw = random.Random(6)
    marks = [("'", '"'), ("′", "″"), ("’", "”"), ("ft", "in"), (" ft", " in"), (" feet", " inches")]
    for _ in range(500):
        feet, inches = draw.randrange(2000), draw.randrange(12)
        under = draw.choice(RULER)
        over = draw.randrange(under)
        foot, inch = draw.choice(marks)
        part = f"{draw.choice(' -')}{over}/{under}" if draw.random() < 0.5 else ""
        sign = draw.choice(["", "-"])
        text = f"{sign}{feet}{foot}{draw.choice(['', ' ', '-', ' - '])}{inches}{part}{inch}"
        size = feet * 12 + inches + (Fraction(over, under) if part else 0)
        size = -size if sign else size
        assert quantity(text, "in") == float(size), text
        assert quantity(text, "ft") == float(Fraction(size) / 12), text


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("10'-6\"", "ft", 10.5),
        ("10 ft 6 in", "ft", 10.5),
        ("126 in", "ft", 10.5),
        ("126 IN", "ft", 10.5),
        ("10' 6 1/2\"", "in", 126.5),
        ("6-1/2 in", "in", 6.5),
        ("10''", "in", 10.0),
        ("0.5'", "in", 6.0),
        ("5. ft", "ft", 5.0),
        ("  .5\N{NO-BREAK SPACE}ft  ", "ft", 0.5),
        ("−2 ft", "ft", -2.0),
        ("6 sq  ft", "ft2", 6.0),
        ("6 ft²", "ft2", 6.0),
        ("50 kip·ft", "lbf-ft", 50_000.0),
        ("50 ft lb", "lbf-ft", 50.0),
        ("30°", "deg", 30.0),
        ("4 ksf", "psf", 4000.0),
        ("2 psi/ft", "psf/ft", None),
        ("150 pcf", "psf/ft", 150.0),
    ],
)
def test_as_people_write_it(text: str, unit: str, number: float | None) -> None:
    if number is None:
        assert as_number(text, unit) == text
    else:
        assert quantity(text, unit) == number


SENTENCES = {
    "10": ("has no unit", '"10 ft", or the number without quotes'),
    "10 kg": ("has the unit 'kg', which is not known",
              "length may be in ft, in, yd, m, cm, mm"),
    "10 psf": ("measures pressure, not length",
               "for example 10'-6\", 126 in or 3.2 m"),
    "10,5 ft": ("has a comma: a point is for decimals, and nothing stands between thousands",
                "for example 10'-6\", 126 in or 3.2 m"),
    "10'-12\"": ("has a foot or more in inches beside its feet", "for example"),
    "1/0 in": ("is divided by 0", "for example"),
    "6 3/2 in": ("has a fraction of 1 or more beside its whole number", "for example"),
    "ten ft": ("is not a number with a unit", "for example"),
    "0" * LONGEST + " ft": (f"is longer than {LONGEST} letters", "for example"),
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_what_is_wrong_is_told_with_the_unit_of_the_field(text: str) -> None:
    detail, hint = SENTENCES[text]
    with pytest.raises(NoQuantity) as refused:
        quantity(text, "ft")
    assert refused.value.detail == f"{detail}; the field's unit is ft"
    assert refused.value.hint.startswith(hint)


def malformed() -> list[str]:
    """Five hundred texts that are no length, most of them nearly one."""
    numbers = [
        "", "-", "+", ".", "1.2.3", "1,5", "1 000", "1_000", "1'000", "--1", "+-1", "1e", "1e999",
        "e5", "0x10", "1/0", "1/", "/2", "1/2/3", "1 2/1", "nan", "inf", "infinity", "٣", "１", "Ⅳ",
        "½", "ten", "1*2", "1+1", "(1)", "10**9", "1e1e1", "1;", "$1", "#1", "1\t", "\n1", "1%",
        "__import__('os')", "~1", "1–2–3", "1..", "<1>", "1 =", "10'6'",
    ]  # fmt: skip
    units = ["ft", "in", "m", "mm", "'", '"', "feet", "yd", "cm", "inches"]
    others = ["", "k", "kg", "f t", "ft ft", "ſt", "м", "ft.", "ft2", "psf", "in lb", "m/s", "lb",
              "sand", "'6", "' 6", "ft 6", "ft 6 m", "m 20 cm", "in 2 ft", "\tft", "ft\n",
              "ft\0", "ft;", "·ft", "ft^", "1/ft", "f", "''ft", "' 13\"", "ft 12 in",
              "ft 6.5.5 in", "e2", "e2e2 ft", "°", "%", "$", "deg", "Hz", "kt"]  # fmt: skip
    found = [f"{number} {unit}" for number in numbers for unit in units]
    return found + [f"10 {other}" for other in others] + ["9" * 65, " " * 65 + "1 ft", "-" * 70]


def test_five_hundred_malformed_texts_are_refused_in_words() -> None:
    texts = malformed()
    assert len(texts) >= 500
    for start in range(0, len(texts), SHOWN_FAULTS):
        some = texts[start : start + SHOWN_FAULTS]
        with pytest.raises(InvalidInput) as refused:
            validate({"schema_version": 1, "site": {"heights_ft": some}})
        for at, (fault, text) in enumerate(zip(refused.value.faults, some, strict=True)):
            assert (fault.pointer, fault.value) == (f"/site/heights_ft/{at}", text)
            assert fault.detail.endswith("; the field's unit is ft"), text
            assert fault.hint, text


def test_every_name_means_one_unit() -> None:
    assert len(NAMES) == sum(1 + len(unit.others) for unit in UNITS)
    assert sorted(LIBRARY) == sorted(unit.symbol for unit in UNITS)
    assert all(alike(unit.dimension) for unit in UNITS)
