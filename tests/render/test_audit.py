"""What the commands of proof say to a person."""

from typing import Any

from apex_cli.render.audit import agreed

ROW: dict[str, Any] = {
    "id": "FN-01", "quantity": "depth", "unit": "ft", "printed": 8, "computed": 8.25,
    "tolerance": 0.1, "verdict": "fail",
}  # fmt: skip


def test_published_cases_are_one_line_and_those_that_differ() -> None:
    rows = [ROW, {**ROW, "id": "FN-02", "verdict": "pass"}]
    told = {"cases": 2, "sources": 1, "values": 2, "failed": 1, "rows": rows}
    short = agreed(told, verbose=False).splitlines()
    assert short == [
        "FAIL  2 cases of 1 document: 1 of 2 numbers differ",
        "FAIL  FN-01  depth: printed 8, computed 8.25 ft (within 0.1)",
    ]
    whole = agreed(told, verbose=True).splitlines()
    assert whole[:2] == short
    assert whole[2].startswith("ok    FN-02  depth: ")
