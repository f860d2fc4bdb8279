"""The list of codes on any terminal."""

from apex_cli.codes.problems import PROBLEMS
from apex_cli.render.codes import listed


def test_a_narrow_terminal() -> None:
    row = {"code": PROBLEMS[0].code, "means": "Kz ≤ 1, which is " + "long " * 20}
    wide, narrow = listed([row], 80), listed([row], 40)
    assert wide.startswith(row["code"] + "  ")
    assert narrow.splitlines()[0] == row["code"]
    assert all(len(line) <= 40 for line in narrow.splitlines())
