"""The answers that a project asks for, and what a lock says of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.kept import differences, lock_holds
from apex_cli.audit.locked import (
    Answers,
    answers,
    asked,
    attempts,
)
from apex_cli.audit.locked import locked as lock
from apex_cli.errors import PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.lock import write_lock
from apex_cli.project.reader import validate


def test_asked() -> None:
    packs = {"exposure": "asce7-22_v1", "footing": "ibc-2021_v1", "pricing": "v1"}
    blocks: dict[str, dict[str, str]] = {"site": {}, "footing": {}, "pricing": {}}
    assert asked({"packs": packs, **blocks}) == ("exposure", "footing", "pricing")
    assert asked({"packs": packs, **blocks, "site": None}) == ("footing", "pricing")
    assert asked({"packs": 5, **blocks}) == ()
    assert asked({**blocks}) == ()


def test_the_first_refusal_is_raised(pole: Path, catalogue: Catalogue) -> None:
    document = store.load(pole).document
    other = {**document, "packs": {**document["packs"], "pricing": "v99"}}
    with pytest.raises(PackError):
        answers(other, catalogue)
    found, refused = attempts(other, catalogue)
    assert (set(found.envelopes), set(refused)) == ({"exposure", "footing"}, {"pricing"})


def test_a_pack_that_cannot_be_read_is_no_answer_that_cannot_be_had(pole: Path) -> None:
    """A disk that failed for a moment must not read as a project that has no answer."""

    class Broken(Catalogue):
        def load(self, kind: Any, ref: str) -> Any:
            raise PackError(f"{kind} {ref}", code="pack.unreadable")

    with pytest.raises(PackError):
        attempts(store.load(pole).document, Broken())


def test_a_lock_holds_until_an_answer_moves(locked: Path, catalogue: Catalogue) -> None:
    document = json.loads(locked.read_bytes())
    assert lock_holds(document, catalogue) == (True, "")
    assert lock_holds({**document, "lock": None}, catalogue) == (False, "it has no lock")
    document["soil"]["class"] = 3
    held, why = lock_holds(document, catalogue)
    assert not held
    assert why.startswith("answer footing: locked")
    document["soil"]["class"] = 9
    assert lock_holds(document, catalogue)[0] is False


def test_a_lock_with_a_failed_check_does_not_hold(pole: Path, catalogue: Catalogue) -> None:
    document = store.load(pole).document
    shallow = {**document, "footing": {**document["footing"], "depth_ft": 2}}
    found = answers(shallow, catalogue)
    held, why = lock_holds({**shallow, "lock": found.lock}, catalogue)
    assert not held
    assert "footing: " in why


def test_a_locked_pack_that_is_read_no_more() -> None:
    lock = {"packs": {"footing": {"ref": "v1", "sha256": "ab" * 32}}, "results": {}}
    told = {"/lock/packs/footing": "pack footing: locked v1 abababababab…, now none"}
    assert differences(lock, Answers({})) == told


def test_a_lock_tells_what_moved(pole: Path, catalogue: Catalogue) -> None:
    lock(str(pole), catalogue, "2026-11-23")
    document = store.load(pole).document
    assert document["lock"]["headline"]["depth_ft"] == 7.5
    document["soil"]["class"] = 5
    (told,) = differences(document["lock"], answers(document, catalogue)).values()
    assert told.startswith("answer footing: depth 7.5 → 8.5 ft (+13 %), concrete ")
    document["lock"].pop("headline")  # as locks were before
    validate(document)
    (told,) = differences(document["lock"], answers(document, catalogue)).values()
    assert told.startswith("answer footing: locked ")
    assert "→" not in told


def test_an_answer_that_moves_in_no_headline_number_says_so(
    pole: Path, catalogue: Catalogue
) -> None:
    found = answers(store.load(pole).document, catalogue)
    other = {**found.lock, "results": {**found.results, "footing": "ab" * 32}}
    (told,) = differences(other, found).values()
    assert told.startswith("answer footing: no headline number moves (locked abababababab…, now ")


def test_a_submitted_project_keeps_the_lock_it_has(pole: Path, catalogue: Catalogue) -> None:
    found = answers(store.load(pole).document, catalogue)
    write_lock(pole, found.packs, found.results, if_match="*")
    store.change(pole, lambda raw: {**raw, "status": "submitted"})
    assert not write_lock(pole, found.packs, found.results, found.headline, if_match="*").changed
    store.change(pole, lambda raw: {**raw, "status": "draft"})
    assert write_lock(pole, found.packs, found.results, found.headline, if_match="*").changed


def test_warnings_are_told_once(pole: Path, catalogue: Catalogue) -> None:
    warnings = answers(store.load(pole).document, catalogue).warnings
    told = [(item["code"], item["message"]) for item in warnings]
    assert len(told) == len(set(told)) > 0
