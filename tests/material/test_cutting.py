"""Pieces cut from sticks: as first fit does it piece by piece."""

import random

import pytest

from apex_cli.errors import UsageError
from apex_cli.material.cutting import SAME, cut
from apex_cli.material.stock import given_sticks, sticks_of
from apex_cli.packs.catalogue import Catalogue


def one_by_one(pieces: list[float], lengths: list[float]) -> list[tuple[float, list[float]]]:
    """The sticks of a plain first fit: each its length and its pieces."""
    sticks: list[tuple[float, list[float]]] = []
    for piece in sorted(pieces, reverse=True):
        found = next((one for one in sticks if one[0] - sum(one[1]) >= piece - SAME), None)
        if found is None:
            found = (min(size for size in lengths if size >= piece), [])
            sticks.append(found)
        found[1].append(piece)
    return sticks


def test_alike_sticks_are_cut_as_one_by_one() -> None:
    draw = random.Random(20)
    for _ in range(60):
        lengths = [20.0, 40.0] if draw.random() < 0.5 else [21.0]
        pieces = [(draw.randrange(2, 42) / 2, draw.randrange(1, 9)) for _ in range(6)]
        cuts, beyond = cut(pieces, lengths)
        assert beyond == []
        made = sorted(
            (one.stick_ft, sorted(length for length, n in one.pieces for _ in range(n)))
            for one in cuts
            for _ in range(one.count)
        )
        plain = one_by_one([length for length, n in pieces for _ in range(n)], lengths)
        assert made == sorted((size, sorted(found)) for size, found in plain)
        for one in cuts:
            assert one.drop_ft == one.stick_ft - sum(length * n for length, n in one.pieces) >= 0


def test_many_thousand_pieces_are_a_few_kinds_of_sticks() -> None:
    cuts, _ = cut([(9.0, 100_000), (24.0, 70_000)], [20, 40])
    assert [(one.stick_ft, one.count, one.pieces, one.drop_ft) for one in cuts] == [
        (40, 70_000, ((24.0, 1), (9.0, 1)), 7.0),
        (20, 15_000, ((9.0, 2),), 2.0),
    ]


def test_a_piece_as_long_as_a_stick_and_one_that_is_longer() -> None:
    cuts, beyond = cut([(0.1 + 20.9, 2), (21.5, 3)], [21])
    assert [(one.count, one.drop_ft) for one in cuts] == [(2, 0.0)]
    assert beyond == [(21.5, 3)]


def test_who_says_how_long_a_stick_is() -> None:
    pack = Catalogue().load("sections", "us_v1")[0]
    given = given_sticks(["pipe = 24,18", "pipe10std=30"], [pack])  # type: ignore[list-item] # - of its kind
    assert sticks_of("PIPE10STD", "pipe", given).lengths == (30,)
    assert sticks_of("PIPE8STD", "pipe", given).lengths == (18, 24)
    custom = sticks_of("HSS6x6x1/4", "square_hss", given)
    assert (custom.lengths, custom.status) == ((20, 40), "memory")


@pytest.mark.parametrize(
    "text", ["pipe", "pipe=", "pipe=0", "pipe=-3", "pipe=x", "pipe=nan", "pipe=201", "tree=20"]
)
def test_what_is_no_stick(text: str) -> None:
    with pytest.raises(UsageError, match="--stick"):
        given_sticks([text])
