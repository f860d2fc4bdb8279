"""Two changed copies become one, field by field; what both changed is named, not guessed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.errors import Conflict, FileProblem, InvalidInput
from apex_cli.project import store
from apex_cli.project.edit import apply, assignment
from apex_cli.project.file import sealed
from apex_cli.project.merge import Side, merge, merged
from apex_cli.project.templates import template

LOCK = {"packs": {"footing": {"ref": "v1", "sha256": "a" * 64}}, "results": {}}

VALUES = st.none() | st.integers(0, 2)
DOCUMENTS = st.recursive(
    st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4),
    lambda inner: st.dictionaries(
        st.sampled_from("abcd"), VALUES | inner | st.lists(VALUES | inner, max_size=2), max_size=4
    ),
    max_leaves=8,
)

Sides = Callable[..., tuple[Path, Path, Path]]


def put(path: Path, text: str) -> None:
    store.change(path, lambda raw: apply(raw, [assignment(text)]))


def clean(value: Any) -> Any:
    """Without nulls: null is the same as absent."""
    if isinstance(value, dict):
        return {key: clean(item) for key, item in value.items() if item is not None}
    return [clean(item) for item in value] if isinstance(value, list) else value


def fields(base: Any, ours: Any, theirs: Any, favor: Side | None = None) -> Any:
    made = merged(base, ours, theirs, favor)[0]
    return clean({key: value for key, value in made.items() if key != "revision"})


@given(DOCUMENTS, DOCUMENTS)
def test_the_side_that_changed_wins(base: dict[str, Any], side: dict[str, Any]) -> None:
    assert fields(base, side, base) == clean(side)
    assert fields(base, base, side) == clean(side)
    assert fields(base, side, side) == clean(side)


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_both_directions_agree(base: Any, ours: Any, theirs: Any) -> None:
    def outcome(one: Any, other: Any) -> Any:
        try:
            return fields(base, one, other)
        except Conflict as error:
            return {fault.pointer for fault in error.faults} or None

    assert outcome(ours, theirs) == outcome(theirs, ours)


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_favor_leaves_no_conflict(base: Any, ours: Any, theirs: Any) -> None:
    assert fields(base, ours, theirs, "ours") == fields(base, theirs, ours, "theirs")
    favored = set(merged(base, ours, theirs, "ours")[2])
    named = set()
    try:
        merged(base, ours, theirs, None)
    except Conflict as error:
        named = {fault.pointer for fault in error.faults}
    assert named == favored


@pytest.fixture
def sides(tmp_path: Path) -> Sides:
    """Three files: base, and two that grew from it by these assignments."""

    def make(ours: list[str], theirs: list[str], name: str = "pole") -> tuple[Path, Path, Path]:
        base, mine, other = (tmp_path / f"{side}.json" for side in ("base", "ours", "theirs"))
        store.create(base, template(name))
        for path, texts in ((mine, ours), (other, theirs)):
            path.write_bytes(base.read_bytes())
            for text in texts:
                put(path, text)
        return base, mine, other

    return make


def test_non_overlapping_edits_come_out_sealed(sides: Sides) -> None:
    base, ours, theirs = sides(
        ["name=Ours", "site.kzt=1.2", "sign.elements.0.width_ft=12"],
        ["customer=Theirs", "sign.elements.0.height_ft=5", "pricing.inputs.crane=2", "street=null"],
    )
    done = merge(base, ours, theirs)
    found = store.load(ours)
    assert found.state == "sealed"
    assert found.document["revision"] == 5
    element = found.document["sign"]["elements"][0]
    assert (element["width_ft"], element["height_ft"]) == (12, 5)
    assert (found.document["name"], found.document["customer"]) == ("Ours", "Theirs")
    assert found.document["site"]["kzt"] == 1.2
    assert found.document["pricing"]["inputs"] == {"crane": 2}
    assert done.change.changed
    assert (done.lock_dropped, done.favored) == (False, ())


def test_overlapping_edits_are_named_and_nothing_is_written(sides: Sides) -> None:
    base, ours, theirs = sides(
        ["name=Ours", "sign.elements.0.width_ft=12", "street=A"],
        ["name=Theirs", "sign.elements.0.width_ft=14", "customer=C"],
    )
    data = ours.read_bytes()
    with pytest.raises(Conflict) as caught:
        merge(base, ours, theirs)
    assert caught.value.problem_code == "project.merge_conflict"
    assert {fault.pointer for fault in caught.value.faults} == {
        "/name",
        "/sign/elements/0/width_ft",
    }
    assert "was 10, ours 12, theirs 14" in {fault.detail for fault in caught.value.faults}
    assert ours.read_bytes() == data

    done = merge(base, ours, theirs, favor="theirs")
    assert done.favored == ("/name", "/sign/elements/0/width_ft")
    document = store.load(ours).document
    assert (document["name"], document["street"], document["customer"]) == ("Theirs", "A", "C")


def test_lists_of_other_lengths_clash_as_a_whole(sides: Sides) -> None:
    base, ours, theirs = sides(
        ["pricing.addons.1=a"], ["pricing.addons.1=b", f"description={'x' * 100}"]
    )
    with pytest.raises(Conflict) as caught:
        merge(base, ours, theirs)
    assert [fault.pointer for fault in caught.value.faults] == ["/pricing/addons"]


def test_rows_are_merged_only_while_their_names_tell_which_is_which(sides: Sides) -> None:
    lower = '{"name":"A","width_ft":9,"height_ft":4,"bottom_ft":0}'
    upper = '{"name":%s,"width_ft":9,"height_ft":5,"bottom_ft":5}'
    two = f"[{lower},{upper}]"
    turned = f"sign.elements=[{upper % json.dumps('B')},{lower}]"
    for name, ours_does in (('"B"', turned), ("null", "sign.elements.1.width_ft=8")):
        base, ours, theirs = sides([], [])
        for path in (base, ours, theirs):
            put(path, f"sign.elements={two % name}")
        put(ours, ours_does)
        put(theirs, "sign.elements.0.weight_psf=7")
        with pytest.raises(Conflict) as caught:
            merge(base, ours, theirs)
        assert [fault.pointer for fault in caught.value.faults] == ["/sign/elements"]
        for path in (base, ours, theirs):
            path.unlink()


def test_nothing_to_merge_changes_nothing(sides: Sides) -> None:
    base, ours, theirs = sides(["name=Ours"], [])
    data = ours.read_bytes()
    assert not merge(base, ours, theirs).change.changed
    assert not merge(base, ours, ours).change.changed
    assert ours.read_bytes() == data


def test_a_dry_run_writes_nothing(sides: Sides) -> None:
    base, ours, theirs = sides(["name=Ours"], ["customer=C"])
    data = ours.read_bytes()
    assert '"customer": "C"' in merge(base, ours, theirs, dry_run=True).change.diff()
    assert ours.read_bytes() == data


def test_both_added_the_file(sides: Sides, tmp_path: Path) -> None:
    _, ours, theirs = sides(["customer=D"], ["customer=C"], "footing-only")
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(Conflict):
        merge(empty, ours, theirs)
    ours.write_bytes(sealed("x", {"schema_version": 1, "name": "New footing"}).data)
    theirs.write_bytes(sealed("x", {"schema_version": 1, "customer": "C"}).data)
    merge(empty, ours, theirs)
    assert store.load(ours).document["customer"] == "C"


def test_each_valid_but_not_together(sides: Sides) -> None:
    hill = (
        '{"feature":"hill_3d","height_ft":60,"half_length_ft":200,"distance_ft":0,"side":"upwind"}'
    )
    base, ours, theirs = sides(["site.kzt=null"], ["name=x"])
    for path in (base, ours, theirs):
        put(path, "site.kzt=null")
    put(ours, "site.kzt=1.3")
    put(theirs, f"site.topography={hill}")
    data = ours.read_bytes()
    with pytest.raises(InvalidInput):
        merge(base, ours, theirs)
    assert ours.read_bytes() == data


def test_a_hand_edit_on_either_side_is_not_sealed_in_passing(sides: Sides) -> None:
    base, ours, theirs = sides(["name=Ours"], ["customer=C"])
    for path in (ours, theirs):
        good = path.read_bytes()
        path.write_bytes(good.replace(b'"street": null', b'"street": "by hand"'))
        with pytest.raises(Conflict) as caught:
            merge(base, ours, theirs)
        assert caught.value.problem_code == "project.edited"
        path.write_bytes(good)
    with pytest.raises(FileProblem):
        merge(base, ours, theirs.with_name("none"))
    merge(base, ours, theirs)


def test_the_lock_goes_with_its_content() -> None:
    base = {"name": "x", "revision": 1}
    ours = {**base, "revision": 4, "lock": LOCK}
    theirs = {**base, "revision": 7, "customer": "C"}
    made, dropped, _ = merged(base, ours, theirs, None)
    assert (made, dropped) == ({"name": "x", "customer": "C", "revision": 7}, True)
    made, dropped, _ = merged(base, ours, {**theirs, "lock": LOCK}, None)
    assert (made["lock"], dropped) == (LOCK, False)
    same = {**base, "revision": 9}
    made, dropped, _ = merged(base, same, ours, None)
    assert (made["lock"], made["revision"], dropped) == (LOCK, 9, False)


def test_a_submitted_project_merges_only_as_a_whole() -> None:
    base: dict[str, Any] = {"status": "estimating", "revision": 3, "lock": LOCK}
    ours = {**copy.deepcopy(base), "status": "submitted"}
    theirs = {**base, "name": "changed"}
    for favor in (None, "ours", "theirs"):
        with pytest.raises(Conflict) as caught:
            merged(base, ours, theirs, favor)
        assert [fault.pointer for fault in caught.value.faults] == ["/status"]
    made, dropped, _ = merged(base, ours, base, None)
    assert (made["status"], made["lock"], dropped) == ("submitted", LOCK, False)
