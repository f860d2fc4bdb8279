"""What another pack would change, over many projects."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.difference import difference
from apex_cli.audit.impact import NOTHING, impact, ranked, require_packs
from apex_cli.errors import InvalidInput, PackError, UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.overrides import overridden
from apex_cli.render.audit import effects
from apex_cli.run.chain import run

ROOT = Path(__file__).parents[2]
OLD = "exposure=asce7-16_v1"


def variant(pole: Path, name: str, *settings: str) -> Path:
    target = pole.with_name(name)
    document, _ = overridden(json.loads(pole.read_bytes()), settings, ())
    document.pop("etag", None)
    target.write_text(json.dumps(document), "utf-8")
    return target


def test_an_edition_moves_a_sign(pole: Path, catalogue: Catalogue) -> None:
    told = impact(str(pole), [OLD], catalogue)
    assert told["moved"]
    assert told["first_step"]["symbol"]
    assert told["headlines"]["exposure"]["ratio"] != 1
    assert told["effect"] == pytest.approx(abs(told["headlines"]["exposure"]["ratio"] - 1))
    assert any(item["pointer"] == "/exposure/base/shear_lbf" for item in told["changes"])
    assert (told["errors"], told["exit_code"]) == ([], 0)


def test_the_same_pack_moves_nothing(pole: Path, catalogue: Catalogue) -> None:
    told = impact(str(pole), ["exposure=asce7-22_v1"], catalogue)
    assert (told["moved"], told["effect"], told["flipped"], told["changes"]) == (False, 0, [], [])


def test_only_what_depends_on_a_constant_moves(pole: Path, tmp_path: Path) -> None:
    text = (ROOT / "packs" / "footing_ibc-2024_v1.yaml").read_text("utf-8")
    other = text.replace("ref: ibc-2024_v1", "ref: ibc-2024_v2")
    assert other.count("lateral: 150") == 1, "class 4"
    (tmp_path / "footing_ibc-2024_v2.yaml").write_text(
        other.replace("lateral: 150", "lateral: 75"), "utf-8"
    )
    catalogue = Catalogue([tmp_path])
    files = [pole, variant(pole, "three.json", "soil.class=3")]
    depth = run("footing", store.load(pole).document, catalogue)["result"]["depth_ft"]
    files.append(variant(pole, "shallow.json", f"footing.depth_ft={depth}"))
    rows = ranked(impact(str(file), ["footing=ibc-2024_v2"], catalogue) for file in files)
    assert [Path(row["path"]).name for row in rows] == ["shallow.json", "pole.json", "three.json"]
    assert [row["moved"] for row in rows] == [True, True, False]
    assert any(place.endswith("/passed") for place in rows[0]["flipped"])


def test_answers_that_appear_and_disappear(pole: Path, catalogue: Catalogue) -> None:
    broken = variant(pole, "broken.json", "packs.footing=ibc-9999_v1")
    told = impact(str(broken), ["footing=ibc-2021_v1"], catalogue)
    assert told["exit_code"] == 4
    assert "footing: an answer" in told["flipped"]
    assert told["errors"][0].startswith("footing now: pack.not_found")
    told = impact(str(pole), ["footing=ibc-9999_v1"], catalogue)
    assert "footing: no answer" in told["flipped"]
    assert told["exit_code"] == 0
    assert any(error.startswith("footing then: ") for error in told["errors"])


def test_a_pack_that_a_project_does_not_name_moves_nothing(catalogue: Catalogue) -> None:
    told = impact(str(ROOT / "examples" / "bare-footing.json"), [OLD], catalogue)
    assert (told["moved"], told["errors"]) == (False, [])


def test_effects_for_a_person(pole: Path, catalogue: Catalogue) -> None:
    broken = variant(pole, "broken.json", "packs.footing=ibc-9999_v1")
    packs = [OLD, "footing=ibc-2021_v1"]
    rows = ranked(impact(str(file), packs, catalogue) for file in (pole, broken))
    rows.append({**NOTHING, "path": "still.json"})
    text = effects(rows)
    assert text.startswith("3 projects: 2 would move, 1 would flip\n")
    assert f"FLIP  {broken}" in text
    assert f"move  {pole}" in text
    assert "first step: K_z" in text
    assert "more numbers" in text
    assert "footing now: pack.not_found" in text
    assert "still.json" not in text
    whole = effects(rows, verbose=True)
    assert whole.endswith("same  still.json\n")
    assert "more numbers" not in whole


def test_what_cannot_be_read(tmp_path: Path, catalogue: Catalogue) -> None:
    told = impact(str(tmp_path / "none.json"), [OLD], catalogue)
    assert (told["exit_code"], told["moved"]) == (8, False)


def test_packs_that_nobody_has(catalogue: Catalogue) -> None:
    require_packs([OLD, "pricing=v1"], catalogue)
    with pytest.raises(PackError, match="there is no exposure pack"):
        require_packs(["exposure=asce7-99_v1"], catalogue)
    with pytest.raises(UsageError):
        require_packs(["exposures=v1"], catalogue)


def dumped(path: Path, value: Any) -> str:
    path.write_text(json.dumps(value), "utf-8")
    return str(path)


def test_difference_of_projects(pole: Path, catalogue: Catalogue) -> None:
    other = variant(pole, "other.json", "site.wind_speed_mph=120", "sign.elements.0.area_ft2=null")
    found = difference(str(pole), str(other), catalogue)
    assert [item["pointer"] for item in found["fields"]] == ["/site/wind_speed_mph"]
    assert set(found["answers"]) == {"exposure", "footing", "pricing"}
    assert (found["same"], found["errors"]) == (False, [])
    broken = variant(pole, "broken.json", "packs.footing=ibc-9999_v1")
    found = difference(str(pole), str(broken), catalogue)
    assert "footing" not in found["answers"]
    assert {item["side"] for item in found["errors"]} == {"new"}
    assert difference(str(pole), str(pole), catalogue)["same"]


def test_difference_of_packs_and_envelopes(
    pole: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    packs = [str(ROOT / "packs" / f"exposure_asce7-{n}_v1.yaml") for n in (16, 22)]
    assert not difference(packs[0], packs[1], catalogue)["same"]
    assert difference(packs[0], packs[0], catalogue)["same"]
    envelope = run("footing", store.load(pole).document, catalogue)
    one = dumped(tmp_path / "one.json", envelope)
    assert difference(one, one, catalogue)["same"]
    bad = dumped(tmp_path / "bad.json", {**envelope, "trace": []})
    with pytest.raises(InvalidInput, match="not an envelope"):
        difference(one, bad, catalogue)
    with pytest.raises(InvalidInput, match="only like can be compared"):
        difference(one, str(pole), catalogue)
    with pytest.raises(PackError, match="not the name of a pack"):
        difference(str(tmp_path / "prices.yaml"), packs[0], catalogue)
