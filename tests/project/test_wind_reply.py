"""A saved reply of a hazard tool: what it sets, and what is refused of it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from apex_cli.cli.boundary import run
from apex_cli.errors import InvalidInput
from apex_cli.project import store
from apex_cli.project.edit import apply
from apex_cli.project.reader import validate
from apex_cli.project.templates import template
from apex_cli.project.wind_reply import MOST_BYTES, MOST_VALUES, imported

REPLY: dict[str, Any] = {
    "source": "Hazard tool",
    "date": "2026-11-20",
    "edition": "7-22",
    "risk_category": "II",
    "speeds_mph": {"50": 82, "300": 105, "700": 112.5, "1700": 120, "3000": 125},
    "latitude_deg": 41.59,
    "longitude_deg": -93.62,
    "elevation_ft": 955,
    "special_wind_region": False,
}


def written(**changes: Any) -> bytes:
    return json.dumps({**REPLY, **changes}).encode()


def after(data: bytes, **site: Any) -> dict[str, Any]:
    document = template("pole")
    document["site"] |= site
    made = apply(document, imported(document, "reply.json", data))
    validate(made)
    found: dict[str, Any] = made["site"]
    return found


def test_the_categorys_speed_and_its_record() -> None:
    data = written()
    site = after(data, risk_category="II", wind_speed_source="an old map")
    assert site["wind_speed_mph"] == 112.5
    assert site["wind_speed_source"] is None
    assert site["wind_speed"] == {
        "source": "Hazard tool", "date": "2026-11-20", "edition": "7-22", "risk_category": "II",
        "interval_years": 700, "speed_mph": 112.5, "latitude_deg": 41.59, "longitude_deg": -93.62,
        "elevation_ft": 955, "special_wind_region": False,
        "file_sha256": sha256(data).hexdigest(),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "category", "years", "speed"),
    [
        ("7-16", "I", 300, 105), ("7-22", "III", 1700, 120), ("7-22", "IV", 3000, 125),
        ("7-10", "IV", 1700, 120), ("7-10", "II", 700, 112.5),
    ],
)  # fmt: skip
def test_the_category_picks_the_map(edition: str, category: str, years: int, speed: float) -> None:
    data = written(edition=edition, risk_category=None)
    site = after(data, risk_category=category)
    assert (site["wind_speed_mph"], site["wind_speed"]["interval_years"]) == (speed, years)


def test_a_project_without_a_category_gets_that_of_the_reply() -> None:
    assert after(written(risk_category="III"), risk_category=None)["risk_category"] == "III"


BROKEN: dict[str, bytes] = {
    "category": written(risk_category="III"),
    "no category": written(risk_category=None),
    "no speed": written(speeds_mph={"300": 105, "1700": 120}),
    "no speeds": written(speeds_mph={}),
    "negative": written(speeds_mph={"700": -5}),
    "text": written(speeds_mph={"700": "112 mph"}),
    "list": written(speeds_mph=[112]),
    "years": written(speeds_mph={"700.0": 112}),
    "edition": written(edition="7-05"),
    "date": written(date="2026-02-30"),
    "key": written(wind_speed=112),
    "no source": written(source=""),
    "latitude": written(latitude_deg=91),
    "not an object": b"[1]",
    "not json": b"<html>",
    "empty": b"",
    "huge": b" " * (MOST_BYTES + 1),
    "many": json.dumps({"x": list(range(2 * MOST_VALUES))}).encode(),
    "deep": b'{"source":' + b"[" * 5000,
    "nan": written().replace(b"112.5", b"NaN"),
    "inf": written().replace(b"112.5", b"1e999"),
    "twice": b'{"source": "a", "source": "b"}',
    "latin": written().replace(b"Hazard", b"H\xe4zard"),
    "mark": b"\xef\xbb\xbf" + written(),
    "surrogate": written(source="\ud800"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_refused(name: str) -> None:
    document = template("pole")
    document["site"]["risk_category"] = None if name == "no category" else "II"
    with pytest.raises(InvalidInput) as refused:
        imported(document, "reply.json", BROKEN[name])
    assert refused.value.problem_code == "wind.reply_invalid"
    assert refused.value.detail.startswith("reply.json: ")
    assert refused.value.hint


def test_the_command_writes_under_the_etag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    store.create("sign.json", template("pole"))
    Path("reply.json").write_bytes(written())
    before = Path("sign.json").read_bytes()
    words = ["project", "import-wind", "sign.json", "reply.json", "-q"]
    assert run([*words, "--if-match", "0" * 64]) == 5
    assert run([*words, "--dry-run"]) == 0
    assert run([*words[:3], "nowhere.json"]) == 8
    assert Path("sign.json").read_bytes() == before
    assert run(words) == 0
    found = store.load("sign.json")
    assert found.state == "sealed"
    assert found.document["site"]["wind_speed_mph"] == 112.5
    assert run(words) == 0
    assert store.load("sign.json").document["revision"] == found.document["revision"]
    assert run([*words, "-o", "reply.json"]) == 2
    capsys.readouterr()
