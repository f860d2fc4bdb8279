"""The talk: answers as people write them make a project, and nothing else does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pytest

from apex_cli.audit.ready import ready
from apex_cli.interview.question import Answer
from apex_cli.interview.state import start
from apex_cli.interview.talk import Quit, interview
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate

CATALOGUE = Catalogue()
WIND = ("II", "115 mph", "", "C", "900", "flat")
CABINET = ("Main", "12 ft", "5'-6\"", "14 ft", "12in", "600 lb", "no")
PIER = ("round", "2'6\"", "nonconstrained", "yes")
SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "pole": (
        "pole", "", "2024", *WIND, *CABINET,
        "PIPE12STD", "", "no", "4", "36", *PIER, "none", "",
    ),
    "two-pole": (
        "2", "", "2021", *WIND, *CABINET,
        "2", "8 ft", "hss 8x8x1/2", "20 ft", "yes", "lrfd", "a500c",
        "report", "150", "2 ksf", "Report 7", "36", *PIER,
        "example", "crane, 1", "6", "", "3", "yes",
    ),
    "monument": (
        "3", "Wall", "1", *WIND, "", "8 ft", "5 ft", "0", "18 in", "2 kip", "no",
        "sand,", "36", "4", "8", "", "v1", "calc", "", "",
    ),
    "footing-only": ("4", "", "2018", "2500", "20 ft", "3 kip", "asd", "5", "36", *PIER, "y"),
    "wall": (
        "wall", "", "2024", *WIND, "20 ft", "60 ft", "80 ft", "30 ft", "", "", *CABINET, "none", "",
    ),
    "projecting": (
        "6", "", "2021", *WIND, "28 ft", "60 ft", "80 ft", "30 ft", "30 ft", "6 in", *CABINET,
        "none", "",
    ),
    "roof": ("roof", "", "2018", *WIND, "20 ft", "100 ft", "60 ft",
             "Main", "12 ft", "5 ft", "23 ft", "12in", "600 lb", "no", "none", ""),
    "hill": (
        "pole", "", "2024", "II", "115", "", "C", "", "hill", "ridge", "100", "60 m", "50", "up",
        *CABINET, "none", "round", "10", "40 plf", "", "4", "36", "spread", "", "", "", "none", "",
    ),
}  # fmt: skip


class Script:
    """A screen at which answers stand ready."""

    def __init__(self, answers: Iterable[str]) -> None:
        self._answers = iter(answers)
        self.said: list[str] = []

    def say(self, text: str = "", style: str = "") -> None:
        assert style in {"", "bold", "dim", "red"}
        self.said.append(text)

    def ask(self, prompt: str, words: Sequence[str] = ()) -> str:
        self.said.append(prompt)
        assert all(word in self.text for word in words if len(words) > 1)
        answer = next(self._answers, None)
        if answer is None:
            raise EOFError
        return answer

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def talked(
    answers: Iterable[str], judge: Callable[[dict[str, Any]], list[str]] = lambda _: ["judged"],
    **known: Any,
) -> tuple[dict[str, Any], Script]:  # fmt: skip
    screen = Script(answers)
    state = start(CATALOGUE, "pylon", known.get("preferred", {}), known.get("said", {}))
    made = interview(state, screen, "pylon.json", judge)
    assert next(screen._answers, None) is None
    return made, screen


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_kind_of_sign_is_ready_to_be_calculated(name: str) -> None:
    made, screen = talked(SCRIPTS[name])
    validate(made)
    ends = ready(made, CATALOGUE)
    at_building = made.get("sign", {}).get("mounting")
    assert (ends["footing"] == "ready") == (at_building is None)
    assert ("building" in made["packs"]) == (at_building is not None)
    assert (ends["exposure"] == "ready") == (name != "footing-only")
    assert all(len(line) <= 80 for line in screen.text.splitlines())
    assert "judged" in screen.text


def test_what_is_made_of_the_answers() -> None:
    made, screen = talked(SCRIPTS["two-pole"])
    assert list(made) == [
        "schema_version", "project_id", "name", "status", "packs", "site", "sign", "soil",
        "footing", "support", "pricing",
    ]  # fmt: skip
    assert made["name"] == "pylon"
    assert made["packs"] == {
        "footing": "ibc-2021_v1", "exposure": "asce7-16_v1", "support": "aisc360-16_v1",
        "sections": "us_v1", "pricing": "example-shop_v2",
    }  # fmt: skip
    assert made["sign"]["elements"] == [{
        "name": "Main", "width_ft": "12 ft", "height_ft": "5'-6\"", "bottom_ft": "14 ft",
        "thickness_ft": "12in", "weight_psf": 600 / 66,
    }]  # fmt: skip
    assert made["sign"]["poles"] == {
        "count": 2, "spacing_ft": "8 ft", "section": "HSS8x8x1/2", "top_ft": "20 ft",
    }  # fmt: skip
    assert made["soil"]["vertical_psf"] == "2 ksf"
    assert made["pricing"] == {
        "addons": ["crane", "calc_packet"], "inputs": {"crane": 6}, "quantity": 3,
    }  # fmt: skip
    assert "ascehazardtool.org: ASCE/SEI 7-16, risk\n  category II" in screen.text
    assert "made-up prices" in screen.text
    assert "IBC 2021, wind by ASCE/SEI 7-16" in screen.text


def test_another_cabinet() -> None:
    first, second = (*CABINET[:-1], "y"), ("", "12", "4'", "9'-6\"", "", "9", "")
    script = SCRIPTS["pole"]
    at = script.index("Main")
    made, screen = talked((*script[:at], *first, *second, *script[at + len(CABINET) :]))
    assert [one["name"] for one in made["sign"]["elements"]] == ["Main", "cabinet 2"]
    assert "where Main is from 14 to 19.5 ft" in screen.text
    assert "the top of the sign, 19.5 ft" in screen.text
    assert "(31/" in screen.text


def test_back_keeps_what_was_said_and_drops_what_is_not_asked_any_more() -> None:
    script = [
        "<",
        "monument",
        "",
        "2024",
        "back",
        "<",
        "<",
        "footing-only",
        "",
        "",
        "2500",
        "20 ft",
    ]
    made, screen = talked(
        [*script, "<", "", *SCRIPTS["footing-only"][5:-1], "<", "", "what", "yes"]
    )
    assert "This is the first question." in screen.text
    assert "[monument]> " in screen.text
    assert "[20 ft]> " in screen.text
    assert "yes writes it, no leaves" in screen.text
    assert made["loads"]["height_ft"] == "20 ft"
    assert made["footing"]["type"] == "pier"
    assert "exposure" not in made["packs"]


def test_help_says_what_range_units_and_where() -> None:
    with pytest.raises(Quit):
        talked(["pole", "", "2024", "?", "II", "help", "115", "?", "quit"])
    screen = Script(["pole", "", "2024", "?", "II", "help", "115", "?", "skip", "?", "quit"])
    with pytest.raises(Quit):
        interview(start(CATALOGUE, "p", {}, {}), screen, "p.json", lambda _: [])
    text = " ".join(screen.text.split())
    assert "A number of the list, a word of it, or the beginning of one." in text
    assert "1 to 300 (mph), or with a unit: 115 mph, 51 m/s" in text
    assert "3-second gust of strength level" in text
    assert "Enter alone: nothing is said of it." in text


def test_what_may_be_left_open() -> None:
    script = [*SCRIPTS["pole"]]
    script[script.index("115 mph")] = "skip"
    made, _ = talked(script)
    assert "wind_speed_mph" not in made["site"]
    validate(made)
    with pytest.raises(EOFError):
        talked(["pole", "", "skip", ""])
    screen = Script(["pole", "", "2024", *WIND, "", "skip"])
    with pytest.raises(EOFError):
        interview(start(CATALOGUE, "p", {}, {}), screen, "p.json", lambda _: [])
    assert "this cannot be left open" in screen.text


@pytest.mark.parametrize("answers", [["quit"], [*SCRIPTS["footing-only"][:-1], "no"]])
def test_quit(answers: list[str]) -> None:
    with pytest.raises(Quit):
        talked(answers)


BEFORE = {
    "wind": ("pole", "", "2024", "II"),
    "exposure": ("pole", "", "2024", "II", "115", ""),
    "cabinet": ("pole", "", "2024", *WIND, ""),
    "weight": ("pole", "", "2024", *WIND, *CABINET[:5]),
    "section": ("pole", "", "2024", *WIND, *CABINET),
    "count": ("2", "", "2024", *WIND, *CABINET),
    "addons": (*SCRIPTS["pole"][:-2], "example"),
}
"""What is said until this is asked."""


@pytest.mark.parametrize(
    ("asked", "answer", "why"),
    [
        ("wind", "", "an answer is needed"),
        ("wind", "900", "less than or equal to 300"),
        ("wind", "900 mph", "less than or equal to 300"),
        ("wind", "115 m", "measures length, not speed"),
        ("wind", "1e999", "beyond the range of a double"),
        ("wind", "NaN", "is not a number with a unit"),
        ("wind", "null", "is not a number with a unit"),
        ("wind", "[1]", "is not a number with a unit"),
        ("wind", "12,5", "has a comma"),
        ("wind", "9" * 501, "longer than 500 letters"),
        ("wind", "\x1b[31m1", "cannot be printed"),
        ("wind", "1\x00", "cannot be printed"),
        ("exposure", "A", "none of the list"),
        ("exposure", "4", "none of the list"),
        ("exposure", "open", "that may be C or D"),
        ("cabinet", "-3", "greater than or equal to 0.01"),
        ("cabinet", "12 sticks", "has the unit 'sticks'"),
        ("weight", "6 kg", "has the unit 'kg'"),
        ("weight", "-600 lb", "greater than or equal to 0"),
        ("section", "HSS8x8", "6 sections have that"),
        ("section", "HSS", "say more of it"),
        ("section", "HS8x8x1/2", "did you mean"),
        ("section", "1", "say more of it"),
        ("count", "2.5", "whole number"),
        ("count", "two", "whole number"),
        ("addons", "cran, crne", "none of the list; did you mean 'crane'"),
    ],
)
def test_what_is_no_answer_is_told_and_asked_again(asked: str, answer: str, why: str) -> None:
    screen = Script([*BEFORE[asked], answer])
    with pytest.raises(EOFError):
        interview(start(CATALOGUE, "p", {}, {}), screen, "p.json", lambda _: [])
    assert why in " ".join(screen.text.split())


@pytest.mark.parametrize(("typed", "value"), [(".5", 0.5), ("2.", 2), ("+3", 3), ("1.5e1", 15)])
def test_numbers_as_people_write_them(typed: str, value: float) -> None:
    script = [*SCRIPTS["pole"]]
    script[script.index("12 ft")] = typed
    assert talked(script)[0]["sign"]["elements"][0]["width_ft"] == value


def test_defaults_of_the_user_and_a_name_that_is_known() -> None:
    script = [*SCRIPTS["monument"]]
    del script[1]
    script[1], script[script.index("v1")] = "", ""
    name = Answer("Known", {"name": "Known"})
    preferred = {"footing": "ibc-2018_v1", "pricing": "v1"}
    made, _ = talked(script, preferred=preferred, said={"name": name})
    assert made["packs"] == {
        "footing": "ibc-2018_v1", "exposure": "asce7-16_v1", "pricing": "v1",
    }  # fmt: skip
    assert made["name"] == "Known"
