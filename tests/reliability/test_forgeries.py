"""A share of what `python -m tests.reliability` does, in the normal tests."""

import pytest

from tests.reliability.__main__ import PAGE, RUNS, main, page
from tests.reliability.forgeries import forgeries


def test_every_forgery_is_found_and_named() -> None:
    assert forgeries(60, seed=2) == {"forgeries": 60, "found": 60, "named": 60}


def test_every_run_has_its_place_on_the_page_and_its_counts_hold() -> None:
    text = PAGE.read_text("utf-8")
    for name in RUNS:
        assert f"python -m tests.reliability {name}`, version" in text, f"{name} was never run"
        assert "**7 things**" in page(text, name, {"things": 7})
    with pytest.raises(SystemExit, match="no marks"):
        page("", "forgeries", {})


def test_a_run_prints_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forgeries", "--n", "2"]) == 0
    assert capsys.readouterr().out == '{"forgeries": 2, "found": 2, "named": 2}\n'
