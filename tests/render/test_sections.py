"""Sections as tables: what fits is shown, and nothing is obeyed that stands in a name."""

from typing import Any

import pytest

from apex_cli.audit.sections import listed
from apex_cli.errors import PackError, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.forms import RESULTS, Sheet, written
from apex_cli.render.sections import render

CATALOGUE = Catalogue()
BOOK, _ = CATALOGUE.load("sections", "us_v1")


def text(find: str, width: int = 80) -> str:
    return render(listed(BOOK, find), width=width)


def test_a_table() -> None:
    assert text("PIPE8") == (
        "Pipe\n"
        "name      width   wall  weight       A      S      Z      r\n"
        "             in     in  lbf/ft     in²    in³    in³     in\n"
        "───────────────────────────────────────────────────────────\n"
        "PIPE8STD  8.625  0.322    28.6   7.833  15.76  20.77  2.945\n"
        "PIPE8XS   8.625  0.5      43.4  11.92   23.08  31.00  2.890\n"
        "PIPE8XXS  8.625  0.875    72.5  19.97   35.70  49.83  2.777\n"
        "\n"
        "3 of sections_us_v1. Outside dimensions, nominal wall and its weight; properties\n"
        "are derived with a design wall of 0.93 of the nominal one (ANSI/AISC 360 B4.2).\n"
        "x is the strong axis.\n"
    )


def test_a_rectangular_section_has_two_axes_where_they_fit() -> None:
    wide, narrow = text("8x6x1/2", 100).splitlines(), text("8x6x1/2").splitlines()
    assert wide[1].split()[-6:] == ["Sx", "Zx", "rx", "Sy", "Zy", "ry"]
    assert wide[4].split() == [
        "HSS8x6x1/2", "6", "8", "0.5", "42.05", "11.60",
        "24.54", "30.47", "2.909", "20.83", "24.94", "2.321",
    ]  # fmt: skip
    assert narrow[4].split() == wide[4].split()[:-3]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_every_section_fits(width: int) -> None:
    shown = text("", width)
    assert max(map(len, shown.splitlines())) <= width
    assert all(name in shown for name in BOOK.names)  # type: ignore[attr-defined] # - of sections
    assert [line for line in shown.splitlines() if line in {"Pipe", "Round HSS"}] == [
        "Pipe",
        "Round HSS",
    ]


def test_too_narrow_for_a_table() -> None:
    assert text("PIPE8STD", 40).startswith(
        "Pipe\nPIPE8STD: width 8.625 in, wall 0.322 in,\n  weight 28.6 lbf/ft, A 7.833 in², S\n"
    )


def test_a_doubt_is_told_once() -> None:
    shown = " ".join(text("XS").split())
    assert shown.count("they fit a wall of 0.45 in") == 1
    assert "PIPE26XS, PIPE24XS, PIPE20XS, PIPE18XS, PIPE16XS, PIPE14XS: Printed" in shown


def test_for_a_terminal_that_knows_only_ascii() -> None:
    sheet = Sheet(width=80, ascii_only=True)
    shown = written(RESULTS["sections"]["table"], listed(BOOK, "16x12"), sheet)
    assert shown.isascii()
    assert b"in3" in shown


def test_hostile_names_are_shown() -> None:
    result: dict[str, Any] = listed(BOOK, "PIPE14XS")
    row = {**result["sections"][0], "name": "\x1b[31mPIPE\n", "doubt": "\x1b[0mno\u202e"}
    for width in (30, 80):
        shown = render({**result, "sections": [row]}, width=width)
        assert "\\x1b[31mPIPE" in shown
        assert not {"\x1b", "\u202e"} & set(shown)


def test_what_is_not_found() -> None:
    with pytest.raises(PackError) as caught:
        listed(BOOK, "PIPE7")
    assert (caught.value.problem_code, caught.value.status) == ("pack.no_section", 404)
    assert "did you mean 'PIPE8XS'" in caught.value.hint
    with pytest.raises(PackError) as caught:
        listed(BOOK, "\x1b[31m???")
    assert caught.value.hint == "as in PIPE8STD, HSS8.625x0.322 or HSS8x8x1/2"


def test_other_packs_have_no_sections() -> None:
    with pytest.raises(UsageError, match="no sections"):
        listed(CATALOGUE.load("pricing", "v1")[0], "")
