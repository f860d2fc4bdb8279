"""What a tape gives is the result again: its records, and what is in them."""

from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from msgspec import Struct

from apex_cli.equations.player import player
from apex_cli.equations.tape import Tape, Untaped
from apex_cli.quantities import Known
from apex_cli.records.model import Model


class Size(NamedTuple):
    a: Any
    b: Any


class Row(Struct, frozen=True, kw_only=True):
    name: str
    value: Any
    money: Decimal = Decimal("1.20")


class Record(Model):
    a: float


def test_a_result_is_made_again_with_all_that_is_in_it() -> None:
    one = Tape()
    x = one.given(0, 1.5)
    row, kept = Row(name="a {b}", value=x * 2), Row(name="fixed", value=Known(1.0, "/a"))
    result = {"rows": [row, row, kept], "sizes": Size(x, (x,)), "empty": [], "none": (None, True)}
    again = player(one, len(one.written.lines), 1, result)(2.0)
    made = Row(name="a {b}", value=4.0)
    assert again == {
        "rows": [made, made, kept], "sizes": Size(2.0, (2.0,)), "empty": [], "none": (None, True),
    }  # fmt: skip
    assert again["rows"][0] is again["rows"][1]
    assert again["rows"][2] is kept
    assert type(again["sizes"]) is Size


def test_only_what_leads_to_the_result_is_done_again() -> None:
    one = Tape()
    x = one.given(0, 1.5)
    first, lines = x * 2, len(one.written.lines)
    assert x < 2
    assert player(one, lines, 1, [first])(9.0) == [18.0]


@pytest.mark.parametrize(
    "result",
    [
        lambda x: f"{x:.1f} ft", lambda x: {f"{x}": 1}, lambda x: [object(), x],
        lambda x: Record(a=1.0).replace(a=x), lambda _: Tape().given(0, 1.0),
    ],
)  # fmt: skip
def test_what_cannot_be_made_again_is_no_tape(result: Any) -> None:
    one = Tape()
    with pytest.raises(Untaped):
        player(one, 0, 1, result(one.given(0, 1.0)))
