"""Standards that projects may ask for and apex has no pack of: what each would take."""

from re import sub
from typing import NamedTuple

from apex_cli.errors import Fault, NoAnswer
from apex_cli.vocabulary import PackKind

GIVEN = (
    "work the pressure out by that standard and give it with its source: site.given_pressure, "
    "with its level and its force_coefficient"
)


class Unbuilt(NamedTuple):
    """A standard without a pack.

    Args:
        begins: How a reference to it begins, bare of everything but letters and figures.
        name: The standard.
        needed: What would have to be read before a pack could be made.
        hint: What may be done until then.
    """

    begins: tuple[str, ...]
    name: str
    needed: str
    hint: str = GIVEN


UNBUILT = (
    Unbuilt(
        ("nbc", "canada"), "the National Building Code of Canada",
        "its figure for signs (Commentary I, Figure I-24 of 2010), with where the force stands, "
        "its importance factors and its Table C-2 of hourly pressures: what was found is one "
        "engineer's notebook",
    ),
    Unbuilt(
        ("as1170", "asnzs", "nzs1170"), "AS/NZS 1170.2",
        "its appendix for hoardings and its regional speeds: no source of them could be read",
    ),
    Unbuilt(
        ("aashto", "lts", "lrfdlts"), "AASHTO LTS and LRFDLTS-1",
        "its force coefficients, gust and importance factors, and its fatigue loads: no source of "
        "them could be read (of it only Broms' method is here: footing broms-clay_v1)",
    ),
    Unbuilt(
        ("en12899", "12899"), "EN 12899-1",
        "its classes of pressure and its partial factors: no source of them could be read",
    ),
    Unbuilt(
        ("sulzberger", "steckner"), "the block foundations of Sulzberger and Steckner",
        "their formulas: no source of them could be read",
        "take a spread footing (footing en1997_v1), or a planted post (planted-post_v1)",
    ),
)  # fmt: skip
"""In the order in which they are looked through."""


def refuse_unbuilt(kind: PackKind, ref: str) -> None:
    """Refuse by its name a standard that is known, and that no pack has.

    Args:
        kind: The kind of pack that is asked for.
        ref: Its reference.

    Raises:
        NoAnswer: It is one of the table's.
    """
    bare = sub(r"[^a-z0-9]", "", ref.lower())
    for one in UNBUILT:
        if bare.startswith(one.begins):
            raise NoAnswer(
                f"apex has no pack of {one.name}; one would need {one.needed}",
                code="pack.not_built",
                hint=one.hint,
                faults=[Fault(f"/packs/{kind}", "is of a standard that is not built in", ref)],
            )
