"""What differs between two files, in short and in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.api import calculate
from apex_cli.audit.difference import counted, difference
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.difference import render, sentence

ROOT = Path(__file__).parents[2]
BARE = ROOT / "examples" / "bare-footing.json"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[str, str]:
    """A pier of 9 ft, and the same pier at 8 ft in softer soil."""
    for name, soil, depth in (("old", 4, 9), ("new", 5, 8)):
        document = json.loads(BARE.read_bytes())
        document["soil"]["class"] = soil
        document["footing"]["depth_ft"] = depth
        document["footing"]["width_ft"] = 3
        (tmp_path / f"{name}.json").write_text(json.dumps(document), "utf-8")
    return str(tmp_path / "old.json"), str(tmp_path / "new.json")


def test_projects_in_words(sides: tuple[str, str], catalogue: Catalogue) -> None:
    found = difference(*sides, catalogue)
    told = found["summary"]
    assert told["headline"][0] == {"name": "depth_ft", "old": 9, "new": 8}
    assert told["counts"]["inputs"] == 2
    text = sentence(found)
    assert text.startswith("depth 9 → 8 ft (-11 %); concrete ")
    step = found["answers"]["footing"]["first_step"]
    assert f"; first step that moves: {step['symbol']}, " in text
    assert text.endswith(" differ.")
    assert "; 2 inputs, " in text
    assert f", {len(found['answers']['footing']['steps'])} steps, " in text


def test_a_flip_is_told_both_ways(sides: tuple[str, str], catalogue: Catalogue) -> None:
    deep, shallow = sides
    document = json.loads(Path(shallow).read_bytes())
    document["footing"]["depth_ft"] = 1
    Path(shallow).write_text(json.dumps(document), "utf-8")
    found = difference(deep, shallow, catalogue)
    assert "; pier.depth flips to FAIL; " in sentence(found)
    back = difference(shallow, deep, catalogue)
    assert "; pier.depth flips to PASS; " in sentence(back)
    other = difference(shallow, str(ROOT / "examples" / "monument-sign-slab.json"), catalogue)
    assert "pier.depth, which failed, is gone" in sentence(other)
    other = difference(str(ROOT / "examples" / "monument-sign-slab.json"), shallow, catalogue)
    assert "pier.depth is new and fails" in sentence(other)


def test_envelopes_have_the_same_summary(
    sides: tuple[str, str], tmp_path: Path, catalogue: Catalogue
) -> None:
    files = [str(tmp_path / name) for name in ("a.envelope", "b.envelope")]
    for side, file in zip(sides, files, strict=True):
        Path(file).write_text(json.dumps(calculate("footing", side)), "utf-8")
    found, of_projects = difference(files[0], files[1], catalogue), difference(*sides, catalogue)
    assert found["summary"]["headline"] == of_projects["summary"]["headline"]
    assert found["summary"]["counts"]["steps"] == of_projects["summary"]["counts"]["steps"]
    same = difference(files[0], files[0], catalogue)
    assert render(same, width=80) == "No difference.\n"


def test_the_long_lists_are_for_who_asks(sides: tuple[str, str], catalogue: Catalogue) -> None:
    found = difference(*sides, catalogue)
    short, long = (render(found, width=60, verbose=verbose) for verbose in (False, True))
    assert short.endswith("-v lists what differs.\n")
    assert len(short.splitlines()) < 12 < len(long.splitlines())
    assert "    /soil/class: 4 → 5 (+25 %)\n" in long
    assert "\nfooting › steps\n" in long
    assert "->" in render(found, width=60, ascii_only=True)


def test_counts_only(sides: tuple[str, str], catalogue: Catalogue) -> None:
    found = counted(difference(*sides, catalogue))
    assert set(found) == {"what", "old", "new", "same", "counts"}
    assert found["counts"]["inputs"] == 2
    assert found["counts"]["packs"] == 0
    text = render(found, width=200)
    assert text.startswith("0 packs, 2 inputs, ")
    packs = [str(ROOT / "packs" / f"exposure_asce7-{edition}_v1.yaml") for edition in (16, 22)]
    told: Any = difference(packs[0], packs[1], catalogue)
    assert sentence(told) == f"{len(told['fields'])} fields differ."
    assert counted(told)["counts"] == {"fields": len(told["fields"])}
    assert counted(difference(packs[0], packs[0], catalogue))["counts"] == {"fields": 0}


def test_what_has_no_answer_is_said(sides: tuple[str, str], catalogue: Catalogue) -> None:
    old, new = sides
    document = json.loads(Path(new).read_bytes())
    document["packs"]["footing"] = "ibc-1900_v1"
    Path(new).write_text(json.dumps(document), "utf-8")
    text = render(difference(old, new, catalogue), width=100)
    assert "footing of new: no answer: " in text
