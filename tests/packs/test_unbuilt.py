"""A standard that apex has no pack of is refused by its name, with what it would take."""

from typing import Any

import pytest

from apex_cli.errors import NoAnswer, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.unbuilt import UNBUILT


@pytest.mark.parametrize(
    ("kind", "ref", "words"),
    [
        ("exposure", "nbc2020_v1", "National Building Code of Canada"),
        ("exposure", "nbcc-2015_v1", "Table C-2"),
        ("exposure", "as-nzs1170.2-2021_v1", "AS/NZS 1170.2"),
        ("exposure", "aashto-lrfdlts_v1", "fatigue"),
        ("exposure", "en12899-1_v1", "EN 12899-1"),
        ("footing", "sulzberger_v1", "Sulzberger"),
    ],
)
def test_what_is_known_by_name_is_told(kind: Any, ref: str, words: str) -> None:
    with pytest.raises(NoAnswer, match=words) as caught:
        Catalogue().load(kind, ref)
    assert caught.value.problem_code == "pack.not_built"
    assert caught.value.faults[0].pointer == f"/packs/{kind}"
    assert caught.value.hint


def test_every_pack_that_there_is_stands_before_it() -> None:
    for entry in Catalogue().entries():
        assert not entry.ref.replace("-", "").startswith(
            tuple(begin for one in UNBUILT for begin in one.begins)
        )


def test_what_is_not_known_is_not_found() -> None:
    with pytest.raises(PackError, match="there is no exposure pack"):
        Catalogue().load("exposure", "asce7-99_v1")
