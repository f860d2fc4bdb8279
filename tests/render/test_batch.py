"""Lines of a batch for the eyes: every headline number has its word."""

from apex_cli.batch.summary import COLUMNS
from apex_cli.envelope.headline import HEADLINES
from apex_cli.render.batch import NUMBERS, render


def test_every_headline_number_has_its_word() -> None:
    assert tuple(NUMBERS) == HEADLINES


def test_a_support_says_how_far_it_is_used_and_what_it_weighs() -> None:
    told = {"source": "a.json", "id": "pole", "exit_code": 1, "failed_checks": 2}
    told |= {"verdict": "FAIL", "steel_ratio": 1.2, "pole_lbf": 1944}
    line = render([tuple(told.get(name) for name in COLUMNS)])
    assert line == "FAIL       a.json  pole  2 failed checks, steel 1.2, poles lbf 1,944"
