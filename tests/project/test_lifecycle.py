"""A project goes draft → estimating → submitted → accepted | rejected, and no other way."""

from itertools import product
from typing import Any

import pytest

from apex_cli.errors import Conflict, UsageError
from apex_cli.project.file import etag_of
from apex_cli.project.lifecycle import FROZEN, TRANSITIONS, require_open, sealable, transition
from apex_cli.project.templates import copied

WAYS = {
    ("draft", "estimating"),
    ("estimating", "submitted"),
    ("submitted", "accepted"),
    ("submitted", "rejected"),
}


def yes() -> tuple[bool, str]:
    return True, ""


def never() -> tuple[bool, str]:
    raise AssertionError("only the way to submitted asks for the lock")


@pytest.mark.parametrize(("start", "to"), list(product(TRANSITIONS, TRANSITIONS)))
def test_every_pair_of_states(start: str, to: str) -> None:
    document = {"name": "x", "status": start}
    ask = yes if to == "submitted" and start != to else never
    if (start, to) in WAYS:
        assert transition(document, to, ask) == {"name": "x", "status": to}
    elif start == to:
        assert transition(document, to, ask) is document
    else:
        with pytest.raises(Conflict) as caught:
            transition(document, to, never)
        assert (caught.value.problem_code, caught.value.status) == (
            "project.invalid_transition",
            409,
        )
        told = {state for state in TRANSITIONS if f" {state}" in caught.value.hint} - {start}
        assert told == {end for begin, end in WAYS if begin == start}
    assert document["status"] == start


def test_submitted_asks_for_the_lock() -> None:
    with pytest.raises(Conflict, match="the depth fails") as caught:
        transition({"status": "estimating"}, "submitted", lambda: (False, "the depth fails"))
    assert "apex lock" in caught.value.hint
    assert caught.value.faults[0].pointer == "/status"


def test_an_absent_status_is_draft_and_an_unknown_one_is_refused() -> None:
    assert transition({}, "estimating", never) == {"status": "estimating"}
    with pytest.raises(UsageError, match="'accpeted'") as caught:
        transition({}, "accpeted", never)
    assert "accepted" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        transition({}, "qqq", never)
    assert "rejected" in caught.value.hint


@pytest.mark.parametrize("status", TRANSITIONS)
def test_what_was_submitted_stays(status: str) -> None:
    document: dict[str, Any] = {"status": status, "lock": {}, "name": "x"}
    whole = {**document, "etag": etag_of(document)}
    assert sealable(whole) is whole
    if status in FROZEN:
        for call in (require_open, sealable):
            with pytest.raises(Conflict) as caught:
                call(document)
            assert caught.value.problem_code == "project.frozen"
            assert "--from" in caught.value.hint
    else:
        require_open(document)
        assert sealable(document) is document
    assert copied(whole) == {"status": "draft", "name": "x", "etag": whole["etag"]}
