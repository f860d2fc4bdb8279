"""The sections pack: whole, sourced, found by any spelling, and refused when a row is no tube."""

import math

import pytest

from apex_cli.errors import PackError
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.loader import load
from apex_cli.packs.sections import FAMILIES, SectionsPack, spelled
from apex_cli.pointer import parts_of

TEXT = (bundled_dir() / "sections_us_v1.yaml").read_text("utf-8")


def book() -> SectionsPack:
    found, _ = Catalogue().load("sections", "us_v1")
    assert isinstance(found, SectionsPack)
    return found


BOOK = book()


def test_every_table_has_its_sources_in_the_list() -> None:
    used = {key for table in BOOK.tables.values() for key in table.sources}
    assert used | set(BOOK.listed_wall.sources) == set(BOOK.sources)
    assert {table.status for table in BOOK.tables.values()} == {"secondary", "derived"}


def test_families() -> None:
    counts = {family: len(BOOK.families[family]) for family in FAMILIES}
    assert counts == {"pipe": 53, "round_hss": 127, "square_hss": 89, "rectangular_hss": 94}
    assert sorted(BOOK.names) == sorted(name for names in BOOK.families.values() for name in names)


def test_a_section_knows_where_it_stands() -> None:
    found = BOOK.section("HSS8x6x1/2")
    assert found is not None
    assert found[:2] == ("HSS8x6x1/2", "rectangular_hss")
    assert found[2:] == (6.0, 8.0, 0.5, 42.05)
    place = "sections:/tables/rectangular_hss/rows/HSS8x6x1~12/"
    assert [number.origin for number in found[2:]] == [f"{place}{n}" for n in (1, 0, 2, 3)]
    assert {number.status for number in found[2:]} == {"secondary"}
    _, table, _, name, n = parts_of(found.height.origin.removeprefix("sections:"))
    assert BOOK.tables[table].rows[name][int(n)] == found.height
    pipe = BOOK.section("PIPE12STD")
    assert pipe is not None
    assert (pipe.width, pipe.height) == (12.75, 12.75)
    assert pipe.width.origin == pipe.height.origin


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("PIPE12STD", "PIPE12STD"),
        ("Pipe 12 STD", "PIPE12STD"),
        ("pipe3.5xs", "PIPE3-1/2XS"),
        ("PIPE2-1/2 STD", "PIPE2-1/2STD"),
        ("PIPE8SCH40", "PIPE8STD"),
        ("pipe 16 sch 40", "PIPE16XS"),
        ("PIPE12SCH40", "PIPE12SCH40"),
        ("HSS10.750x0.365", "HSS10.750x0.365"),
        ("hss10.75X.365", "HSS10.750x0.365"),
        ("HSS20X20X7_8", "HSS20x20x7/8"),
        ("HSS3_1_2X3_1_2X3_8", "HSS3-1/2x3-1/2x3/8"),
        ("HSS 8 × 8 × 0.5", "HSS8x8x1/2"),
        ("HSS8x8x1/0", None),
        ("HSS8x8", None),
        ("", None),
        ("\x1b[31mPIPE", None),
        (f"HSS8x8x{'9' * 5000}/{'9' * 5000}", None),
        (f"HSS8x8x{'9' * 400}.5", None),
    ],
)
def test_any_spelling(said: str, name: str | None) -> None:
    found = BOOK.section(said)
    assert (found and found.name) == name


def test_every_name_is_its_own_spelling() -> None:
    assert all((found := BOOK.section(name)) and found.name == name for name in BOOK.names)
    assert len({spelled(name) for name in [*BOOK.names, *BOOK.aliases]}) == 363 + 18


def test_weights_follow_from_the_dimensions() -> None:
    """Steel of 490 pcf; corners of twice the wall. No number was mistyped."""
    for name in BOOK.names:
        section = BOOK.section(name)
        assert section is not None
        B, H, t = section.width, section.height, section.wall
        area = math.pi * (B - t) * t
        if section.family in {"square_hss", "rectangular_hss"}:
            area = 2 * t * (B + H - 2 * t) - 3 * (4 - math.pi) * t**2
        assert section.weight == pytest.approx(area * 490 / 144, rel=0.007), name


def test_names_say_the_dimensions() -> None:
    for name in BOOK.names:
        section = BOOK.section(name)
        assert section is not None
        if section.family == "round_hss":
            assert name == f"HSS{section.width:.3f}x{section.wall:.3f}"
        elif section.family != "pipe":
            sides = f"{section.height:g}X{section.width:g}X{section.wall:g}"
            assert spelled(name) == spelled(f"HSS{sides}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PIPE8", ["PIPE8STD", "PIPE8XS", "PIPE8XXS"]),
        ("8 sch40", ["PIPE8STD", "PIPE18SCH40"]),
        ("hss4.000x0.2", ["HSS4.000x0.250", "HSS4.000x0.237", "HSS4.000x0.226", "HSS4.000x0.220"]),
        ("16x12x1/2", ["HSS16x12x1/2"]),
        ("16x12x0.5", ["HSS16x12x1/2"]),
        ("nothing", []),
    ],
)
def test_found(text: str, names: list[str]) -> None:
    assert BOOK.found(text) == names


def test_found_by_family() -> None:
    assert BOOK.found("") == BOOK.names
    assert BOOK.found("Square HSS") == BOOK.found("square") == BOOK.families["square_hss"]
    assert BOOK.found("pipe") == BOOK.families["pipe"]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("HSS10.750x0.370", "'HSS10.750x0.375'"),
        ("PIP12STD", "'PIPE12STD'"),
        ("PIPE8SHC40", "'PIPE8STD'"),
        ("W12x50???", ""),
        ("x" * 10_000, ""),
    ],
)
def test_suggestion(said: str, hint: str) -> None:
    told = BOOK.suggestion(said)
    assert told.startswith("did you mean ") if hint else not told
    assert hint in told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("columns: [width, wall, weight]", "columns: [wall, width, weight]", "must be width, wall"),
        ("PIPE26STD: [26, 0.375, 103]", "PIPE26STD: [26, 0.375]", "must have 3 numbers"),
        ("PIPE26STD: [26, 0.375, 103]", "PIPE26STD: [26, 13.5, 103]", "thicker than half"),
        ("PIPE26STD: [26, 0.375, 103]", "PIPE26STD: [26, -1, 103]", "greater than 0"),
        ("PIPE26STD: [26, 0.375, 103]", "PIPE24.0STD: [26, 1, 103]", "another name for"),
        ("HSS20x12x1: [20, 12,", "HSS20x12x1: [12, 20,", "height is less than the width"),
        ("PIPE2SCH40: PIPE2STD", "PIPE2SCH40: PIPE1STD", "no section 'PIPE1STD'"),
        ("PIPE2SCH40: PIPE2STD", "PIPE2XS: PIPE2STD", "the name of a section itself"),
        ('  PIPE10STD: "Printed', '  PIPE1STD: "Printed', "no section 'PIPE1STD'"),
        ("wall: in, weight: lbf/ft}", "wall: mm, weight: lbf/ft}", "'in'"),
        ("family: pipe", "family: angle", "rectangular_hss"),
    ],
)
def test_refused(old: str, new: str, words: str) -> None:
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    with pytest.raises(PackError) as caught:
        load(changed.encode(), "x.yaml", "sections", "us_v1")
    assert words in str([fault.detail for fault in caught.value.faults])
    assert "line" in caught.value.faults[0].hint


def test_every_wrong_row_is_told_at_once() -> None:
    changed = TEXT.replace("PIPE26STD: [26,", "PIPE26STD: [0.5,").replace(
        " PIPE24STD: [24,", " X: [0.1,"
    )
    with pytest.raises(PackError) as caught:
        load(changed.encode(), "x.yaml", "sections", "us_v1")
    assert [fault.pointer for fault in caught.value.faults] == [
        "/tables/pipe/rows/PIPE26STD",
        "/tables/pipe/rows/X",
    ]
