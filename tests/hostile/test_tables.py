"""What a spreadsheet would run is text in every CSV; what is a number stays one."""

import csv
import io
import json
import runpy
import struct
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from apex_cli.canonical import canonical
from apex_cli.render.csv import text

PROVE = Path(__file__).parents[2] / "apex_cli/data/prove.py"
proved: Callable[[Any], str] = runpy.run_path(str(PROVE))["canonical"]
"""RFC 8785 by the page of Python that lies in every bundle."""

RUN = ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-1+1", "-cmd|'x'!A0", "-=1", "=-5",
       "\t=1", "\r=1", '=HYPERLINK("http://e.example")', "+49 40 123", "\n=1", "\uff1d1+1",
       "-5;=1"]  # fmt: skip
KEPT = ["-5", "-0.5", "-.5", "5", "a=1", "Main St. @ 4th", "-", "", "é", "-5e-7"]


@pytest.mark.parametrize("given", RUN)
def test_a_formula_is_text(given: str) -> None:
    cell = next(csv.reader(io.StringIO(text([("x", given)]), newline="")))[1]
    assert cell[:1] not in set("=+-@\t\r\n\uff1d"), cell


@pytest.mark.parametrize("given", KEPT)
def test_a_number_and_a_name_stay(given: str) -> None:
    assert next(csv.reader(io.StringIO(text([("x", given)]), newline="")))[1] == given


PUBLISHED = [
    (0x0000000000000000, "0"), (0x8000000000000000, "0"), (0x0000000000000001, "5e-324"),
    (0x8000000000000001, "-5e-324"), (0x7FEFFFFFFFFFFFFF, "1.7976931348623157e+308"),
    (0xFFEFFFFFFFFFFFFF, "-1.7976931348623157e+308"), (0x4340000000000000, "9007199254740992"),
    (0xC340000000000000, "-9007199254740992"), (0x4430000000000000, "295147905179352830000"),
    (0x44B52D02C7E14AF5, "9.999999999999997e+22"), (0x44B52D02C7E14AF6, "1e+23"),
    (0x44B52D02C7E14AF7, "1.0000000000000001e+23"), (0x444B1AE4D6E2EF4E, "999999999999999700000"),
    (0x444B1AE4D6E2EF4F, "999999999999999900000"), (0x444B1AE4D6E2EF50, "1e+21"),
    (0x3EB0C6F7A0B5ED8C, "9.999999999999997e-7"), (0x3EB0C6F7A0B5ED8D, "0.000001"),
    (0x41B3DE4355555553, "333333333.3333332"), (0x41B3DE4355555554, "333333333.33333325"),
    (0x41B3DE4355555555, "333333333.3333333"), (0x41B3DE4355555556, "333333333.3333334"),
    (0x41B3DE4355555557, "333333333.33333343"), (0xBECBF647612F3696, "-0.0000033333333333333333"),
    (0x43143FF3C1CB0959, "1424953923781206.2"),
]  # fmt: skip
"""The numbers of RFC 8785, appendix B."""


@pytest.mark.parametrize(("bits", "spelling"), PUBLISHED)
def test_numbers_of_rfc_8785(bits: int, spelling: str) -> None:
    value = struct.unpack(">d", bits.to_bytes(8))[0]
    assert canonical(value).decode() == spelling
    assert proved(value) == spelling


def test_the_examples_of_rfc_8785() -> None:
    """Section 3.2.2's, and the order of keys of section 3.2.3."""
    sample = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": '\u20ac$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }
    spelled = (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical(sample).decode() == spelled == proved(sample)
    keys = ["\r", "1", "\x80", "\xf6", "\u20ac", "\U0001f600", "\ufb33"]
    mixed = dict.fromkeys([keys[n] for n in (4, 0, 6, 1, 5, 2, 3)], "")
    assert list(json.loads(canonical(mixed))) == list(json.loads(proved(mixed))) == keys
    assert sha256(canonical(mixed)).digest() == sha256(proved(mixed).encode()).digest()
