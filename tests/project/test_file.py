"""Etags are strong, and a document knows whether it is sealed."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apex_cli.errors import Conflict, EtagMismatch, InvalidInput
from apex_cli.project.file import (
    etag_of,
    matches,
    parsed,
    require_match,
    require_state,
    sealed,
)

SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=5)
DOCUMENTS = st.dictionaries(st.text("abc", min_size=1, max_size=3), SCALARS, max_size=5)
ETAG = "a" * 64


def test_the_etag_is_that_of_anybody_with_sha256() -> None:
    by_hand = hashlib.sha256(b'{"a":[1,2.5,"\xc3\xa9"],"b":null}').hexdigest()
    assert etag_of({"b": None, "etag": "x", "a": [1.0, 2.50, "é"]}) == by_hand


@given(DOCUMENTS, st.text(max_size=3))
def test_the_etag_knows_no_order_and_not_itself(document: dict[str, Any], etag: str) -> None:
    turned = dict(reversed(document.items()))
    assert etag_of({**turned, "etag": etag}) == etag_of(document)


@given(DOCUMENTS, DOCUMENTS)
def test_another_document_has_another_etag(one: dict[str, Any], other: dict[str, Any]) -> None:
    one.pop("etag", None)
    other.pop("etag", None)
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (etag_of(one) == etag_of(other)) == same


@pytest.mark.parametrize(
    ("if_match", "wanted"),
    [
        (ETAG, True),
        (f'"{ETAG}"', True),
        (f' "{ETAG}" ', True),
        (f'"x", {ETAG}', True),
        ("*", True),
        (f'W/"{ETAG}"', False),
        (f"W/{ETAG}", False),
        (ETAG.upper(), False),
        (f"'{ETAG}'", False),
        (ETAG[:-1], False),
        (f"{ETAG}0", False),
        ("", False),
        ('""', False),
        ("*, x", False),
    ],
)
def test_if_match_as_http_means_it(if_match: str, wanted: bool) -> None:
    assert matches(if_match, ETAG) is wanted


def test_sealed_then_edited_then_never_sealed() -> None:
    made = sealed("p.json", {"schema_version": 1, "name": "Pylön", "customer": None})
    again = parsed("p.json", made.data)
    assert again.document == made.document
    assert again.state == made.state == "sealed"
    assert list(made.document) == [
        "schema_version", "name", "customer", "revision", "updated_at", "etag",
    ]  # fmt: skip
    assert made.document["revision"] == 1
    assert made.data.endswith(b"}\n")
    assert "Pylön" in made.data.decode()

    edited = parsed("p.json", made.data.replace(b"Pyl", b"Pol"))
    assert edited.state == "edited"
    assert edited.notices == ("project.edited",)
    assert made.notices == ()
    bare = parsed("p.json", b'{"schema_version": 1, "etag": null}')
    assert bare.state == "unsealed"
    for found, said in ((edited, "edited by hand"), (bare, "never sealed")):
        with pytest.raises(Conflict, match=said) as caught:
            require_state(found)
        assert "apex project seal p.json" in caught.value.hint
    require_state(edited, ("edited",))


def test_a_mismatch_tells_both_etags() -> None:
    made = sealed("p.json", {"schema_version": 1})
    require_match(made, made.etag)
    with pytest.raises(EtagMismatch) as caught:
        require_match(made, ETAG)
    assert caught.value.extra == {"expected": ETAG, "current": made.etag}
    assert (caught.value.status, caught.value.exit_code) == (412, 5)
    edited = parsed("p.json", made.data.replace(b"1", b"1.0", 1))
    assert edited.state == "sealed", "another spelling of the same number is the same document"
    edited = parsed("p.json", made.data.replace(b'"schema_version": 1', b'"schema_version": 2'))
    with pytest.raises(EtagMismatch, match="edited by hand"):
        require_match(edited, ETAG)


def test_keys_stay_where_the_user_put_them() -> None:
    before = {"etag": "x", "revision": 41, "schema_version": 1, "updated_at": None}
    made = sealed("p.json", before)
    assert list(made.document) == list(before)
    assert made.document["revision"] == 42


def test_what_is_sealed_is_valid() -> None:
    for revision in ("many", 2**53 - 1, -5, True):
        with pytest.raises(InvalidInput) as caught:
            sealed("p.json", {"schema_version": 1, "revision": revision})
        assert caught.value.faults[0].pointer == "/revision"


@pytest.mark.parametrize(
    ("epoch", "stamp"), [("0", "1970-01-01T00:00:00Z"), ("951782400", "2000-02-29T00:00:00Z")]
)
def test_the_stamp_obeys_source_date_epoch(
    epoch: str, stamp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert sealed("p.json", {"schema_version": 1}).document["updated_at"] == stamp
