"""Records as a table that fits, with what does not fit below it, or as blocks."""

from io import StringIO

from rich import box
from rich.console import Console

from apex_cli.render.rows import table

STAGE = {
    "name": "stage 1", "section": "PIPE12STD", "bottom_ft": 0, "top_ft": 12, "ratio": 0.587,
    "governed_by": "steel.interaction", "combination": "1.2D+1.0W", "height_ft": 1.25,
}  # fmt: skip


def shown(width: int, records: list[dict[str, object]]) -> str:
    out = StringIO()
    console = Console(file=out, width=width, color_system=None)
    for part in table(records, width, box.SIMPLE_HEAD):
        console.print(part)
    return out.getvalue()


def test_the_widest_short_text_goes_below_a_table_that_is_a_little_too_wide() -> None:
    assert "governed\n" not in shown(120, [STAGE])
    text = shown(78, [STAGE])
    head, below = text.split("governed by")
    assert "1.2D+1.0W" in head
    assert "stage 1: steel.interaction" in below


def test_at_most_two_of_them_go_below() -> None:
    """With more of them each record is a block of its own."""
    assert "1.2D+1.0W" in shown(60, [STAGE]).split("combination")[1]
    assert "name        stage 1" in shown(42, [STAGE])
    assert "  name: stage 1  " in shown(30, [STAGE])


def test_texts_that_are_all_long_are_blocks() -> None:
    text = shown(40, [{"one": "x" * 30, "two": "y" * 30}])
    assert text.splitlines()[0].split() == ["one", "x" * 30]
