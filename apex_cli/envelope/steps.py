"""The steps of a trace, written: as objects for a single answer, as text for a stream.

In a stream the same equations on terms of the same origins come again and again, with other
numbers. The text of such a shape is made once, with gaps, and the numbers are set in.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from apex_cli.canonical import LARGEST_INTEGER, cut, gap
from apex_cli.envelope.numbers import SHORT, significant
from apex_cli.equations import Step
from apex_cli.quantities import Known

SHAPES = 64
"""How many shapes are remembered; one takes about 100 kB."""

Write = Callable[[float, str], tuple[Any, str]]


class Shape(NamedTuple):
    """What steps are, but for their numbers.

    Args:
        heads: Of each step card, clause, subject, and the names of its terms.
        origins: Of each term where it comes from; None for a computed one.
        statuses: Of each term the verification status, where a pack gives one.
    """

    heads: tuple[tuple[Any, ...], ...]
    origins: tuple[str | None, ...]
    statuses: tuple[str | None, ...]


class Written(NamedTuple):
    """Steps as JSON text: as a reader sees them, and as RFC 8785 spells them."""

    shown: bytes
    canonical: bytes


def objects(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The steps as JSON values."""
    return _objects(_shape(steps), _numbers(steps), significant)


def written(steps: Sequence[Step]) -> Written | None:
    """The steps as JSON text; None where a number is so small or so large that it needs care.

    Raises:
        InternalFault: A number is not finite.
    """
    numbers = _numbers(steps)
    texts = _spelled(numbers)
    if texts is None:
        return None
    shown, canonical = _gaps(_shape(steps))
    return Written(shown.filled(texts), canonical.filled(texts))


def _numbers(steps: Sequence[Step]) -> list[float]:
    """The numbers of the steps: of each its terms, then its value."""
    numbers: list[float] = []
    for step in steps:
        numbers += step.terms.values()
        numbers.append(step.value)
    return numbers


def _shape(steps: Sequence[Step]) -> Shape:
    terms: list[float] = []
    for step in steps:
        terms += step.terms.values()
    return Shape(
        tuple([(one.card, one.clause, one.subject, *one.terms) for one in steps]),
        tuple([term.origin if type(term) is Known else None for term in terms]),
        tuple([term.status if type(term) is Known else None for term in terms]),
    )


def _objects(shape: Shape, numbers: Sequence[float], write: Write) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    known = zip(shape.origins, shape.statuses, strict=True)
    number = iter(numbers)
    for n, (card, clause, subject, *names) in enumerate(shape.heads, 1):
        terms: dict[str, dict[str, Any]] = {}
        for name in names:
            value, unit = write(next(number), card.units[name])
            origin, status = next(known)
            terms[name] = {"value": value, "unit": unit, "origin": origin or "computed"}
            if status:
                terms[name]["status"] = status
        value, unit = write(next(number), card.unit)
        made.append(
            {
                "n": n,
                "symbol": card.symbol,
                "text": card.text,
                "terms": terms,
                "value": value,
                "unit": unit,
                "clause": clause,
            }
        )
        if subject:
            made[-1]["subject"] = subject
    return made


class _Gaps(NamedTuple):
    """A text with gaps: what stands around them, and which number belongs into each."""

    pieces: list[bytes]
    order: Callable[[list[bytes]], Sequence[bytes]]

    def filled(self, texts: list[bytes]) -> bytes:
        """The text with its numbers."""
        pieces = self.pieces.copy()
        pieces[1::2] = self.order(texts)
        return b"".join(pieces)


@lru_cache(maxsize=SHAPES)
def _gaps(shape: Shape) -> tuple[_Gaps, _Gaps]:
    """The texts of a shape, as shown and as RFC 8785 spells them."""
    numbers = range(len(shape.origins) + len(shape.heads))
    steps = _objects(shape, numbers, lambda number, unit: (gap(int(number)), unit))
    shown, canonical = orjson.dumps(steps), orjson.dumps(steps, option=orjson.OPT_SORT_KEYS)
    return _gaps_in(shown), _gaps_in(canonical)


def _gaps_in(text: bytes) -> _Gaps:
    pieces, numbers = cut(text)
    return _Gaps(pieces, itemgetter(*numbers) if len(numbers) > 1 else list)


def _spelled(numbers: list[float]) -> list[bytes] | None:
    """Numbers to 6 significant digits, as `significant` rounds them; None where that is not all."""
    text = " ".join([SHORT] * len(numbers)) % tuple(numbers)
    if "e" in text or "n" in text or "-0 " in f"{text} ":  # large, small, not finite, or no zero
        texts = text.split()
        for at, one in enumerate(texts):
            if "e" in one or "n" in one or one == "-0":
                value, unit = significant(numbers[at], "")
                if unit or abs(value) > LARGEST_INTEGER:
                    return None
                texts[at] = repr(value)
        text = " ".join(texts)
    return text.encode().split()
