"""Pieces cut from sticks: first fit, the longest piece first."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

SAME = 1e-9
"""What binary fractions leave of a length, ft."""


class Cut(Struct, frozen=True):
    """Sticks that are cut alike.

    Args:
        stick_ft: Length of each.
        count: How many.
        pieces: Length of a piece and how many of it, of each stick.
        drop_ft: What is left of each.
    """

    stick_ft: float
    count: int
    pieces: tuple[tuple[float, int], ...]
    drop_ft: float


def cut(
    pieces: Iterable[tuple[float, int]], lengths: Sequence[float]
) -> tuple[list[Cut], list[tuple[float, int]]]:
    """How pieces are cut, and those that are longer than every stick.

    Each piece goes into the first stick that has room for it, the longest pieces first; where none
    has, a new stick is begun, the shortest that holds the piece. Sticks that stand alike are kept
    together, so that thousands of pieces cost no more than a few. It is a plain rule, and no claim
    that fewer sticks would not do. Saw cuts take no length.

    Args:
        pieces: Length of a piece, ft, and how many.
        lengths: Of the sticks, ft.

    >>> cuts, beyond = cut([(9, 3), (24, 1), (50, 1)], [20, 40])
    >>> [(one.stick_ft, one.count, one.pieces, one.drop_ft) for one in cuts]
    [(40, 1, ((24, 1), (9, 1)), 7), (20, 1, ((9, 2),), 2)]
    >>> beyond
    [(50, 1)]
    """
    opened: list[Cut] = []
    beyond = []
    for length, count in sorted(_together(pieces).items(), reverse=True):
        fitting = [one for one in lengths if one >= length - SAME]
        if not fitting:
            beyond.append((length, count))
            continue
        made: list[Cut] = []
        left = count
        for stick in opened:
            filled, left = _filled(stick, length, left)
            made += filled
        new = Cut(min(fitting), left, (), min(fitting))
        opened = [*made, *_filled(new, length, left, begun=False)[0]]
    return opened, beyond


def _together(pieces: Iterable[tuple[float, int]]) -> dict[float, int]:
    found: dict[float, int] = {}
    for length, count in pieces:
        found[length] = found.get(length, 0) + count
    return found


def _filled(stick: Cut, length: float, count: int, *, begun: bool = True) -> tuple[list[Cut], int]:
    """Sticks alike after pieces went into them, and how many pieces are left over.

    Args:
        stick: They.
        length: Of the pieces.
        count: How many pieces there are.
        begun: Whether they stay where no piece goes into them.
    """
    each = int((stick.drop_ft + SAME) / length)
    if each == 0 or count == 0:
        return [stick] if begun else [], count
    whole, rest = divmod(count, each)
    whole, rest = (stick.count, 0) if whole >= stick.count else (whole, rest)
    made = [_with(stick, whole, length, each), _with(stick, 1 if rest else 0, length, rest)]
    if begun:
        made.append(_with(stick, stick.count - whole - (rest > 0), length, 0))
    placed = whole * each + rest
    return [one for one in made if one.count], count - placed


def _with(stick: Cut, count: int, length: float, each: int) -> Cut:
    pieces = (*stick.pieces, (length, each)) if each else stick.pieces
    return Cut(stick.stick_ft, count, pieces, max(stick.drop_ft - each * length, 0.0))
