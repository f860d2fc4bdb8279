"""An answer in one line: the verdict, and the numbers that decide."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.envelope.headline import AT_BUILDINGS, headline
from apex_cli.envelope.verdict import FAIL, NO_ANSWER, PASS, REVIEW, verdict
from apex_cli.render import si as metric
from apex_cli.render.contains import engineering
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import label, money, number, one_line, short
from apex_cli.render.unchecked import LOADS_ONLY, unchecked
from apex_cli.vocabulary import PARTS

BETWEEN = " · "
MOST_NAMED = 3
"""More checks that fail than these are counted."""


def brief(envelope: Mapping[str, Any], *, si: bool = False) -> str:
    """The line of an envelope: its verdict, and why.

    Args:
        envelope: Any envelope of a calculation.
        si: Whether numbers are told in SI.
    """
    if error := envelope["error"]:
        return line(NO_ANSWER, f"{error['detail']} [{error['code']}]")
    return line(
        verdict(envelope),
        *_failed(envelope["checks"]),
        *_asks(envelope),
        *_left(envelope),
        *numbers(envelope["kind"], envelope["result"] or {}, si=si),
        *_counted(envelope),
    )


def line(verdict_: str, *parts: str) -> str:
    """A line of a verdict and parts; so of what is no envelope, such as a sweep.

    >>> line("PASS", "2 of 3 pass", "")
    'PASS  2 of 3 pass'
    """
    return one_line(f"{verdict_}  {BETWEEN.join(part for part in parts if part)}".rstrip())


def numbers(kind: str, result: Mapping[str, Any], *, si: bool = False) -> Iterator[str]:
    """The numbers that decide: the foundation, what reaches grade, the steel, the price."""
    tell = metric.field if si else metric.as_given
    parts = result if kind == "all" else {kind: result} if kind in PARTS else {}
    found = headline(kind, result)
    if footing := parts.get("footing"):
        yield _foundation(footing, tell)
    at_wall = [name for name in AT_BUILDINGS if name in found]
    bare = not at_wall and not found["shear_lbf"]
    if profile := parts.get("exposure", {}).get("profile") if bare else None:
        yield _pressures(profile, tell)
    for name in ("shear_lbf", "moment_kipft", *at_wall):
        if found[name] is not None:
            yield f"{label(name)[0]} {_told(name, found[name], tell)}"
    if support := parts.get("support"):
        yield f"steel {number(support['ratio'])} ({_place(support['governed_by'])})"
    if found["total_usd"] is not None:
        only = " engineering only" if engineering(parts.get("pricing") or {}) else ""
        yield f"{money(found['total_usd'])} USD{only}"


def _told(name: str, value: float, tell: metric.Teller) -> str:
    """A number with its unit."""
    name, value = tell(name, value)
    return f"{short(value)} {label(name)[1]}"


def _pressures(profile: Sequence[Mapping[str, Any]], tell: metric.Teller) -> str:
    """The velocity pressures of a profile of heights, where there is no sign."""
    name = "velocity_pressure_psf"
    values = [tell(name, row[name])[1] for row in profile]
    least, most = short(min(values)), short(max(values))
    many = least if least == most else f"{least} to {most}"
    return f"velocity pressure {many} {label(tell(name, 0)[0])[1]}"


def _foundation(footing: Mapping[str, Any], tell: metric.Teller) -> str:
    """What is built, and what it needs."""
    sizes = ("width_ft", "length_ft", "depth_ft", "required_depth_ft")
    across, along, deep, needed = (tell(name, footing[name])[1] for name in sizes)
    unit = label(tell("width_ft", 0)[0])[1]
    count = footing["count"]
    what = "pier" if footing["type"] == "pier" else "footing"
    many = f"{count} {what}s" if count > 1 else what
    size = (
        f"{number(across)} {unit} ×"
        if along is None
        else (f"{number(across)} × {number(along)} {unit},")
    )
    held = footing.get(footing["governed_by"])
    if isinstance(held, Mapping):
        needs = f"{footing['governed_by']} {number(held['ratio'])}"
    else:
        needs = f"needs {number(needed)}"
    return f"{many} {size} {number(deep)} {unit} deep ({needs})"


def _place(governed_by: str) -> str:
    """The check that governs, and where.

    >>> _place("steel.interaction, opening"), _place("plate.bending")
    ('interaction at opening', 'plate.bending')
    """
    return " at ".join(governed_by.removeprefix("steel.").split(", ", 1))


def _failed(checks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The checks that fail, the worst first, each with how far it is used."""
    failed: dict[str, float | None] = {}
    for check in checks:
        if not check["passed"]:
            ratios = [failed.get(check["id"]), check["ratio"]]
            failed[check["id"]] = max((one for one in ratios if one is not None), default=None)
    worst = sorted(failed.items(), key=lambda one: -(one[1] or 0))
    named = [
        name if ratio is None else f"{name} {ratio * 100:,.1f} %"
        for name, ratio in worst[:MOST_NAMED]
    ]
    if len(worst) > MOST_NAMED:
        named.append(f"{len(worst) - MOST_NAMED} more")
    if named:
        yield ", ".join(named)


def _asks(envelope: Mapping[str, Any]) -> Iterator[str]:
    """How many remarks an engineer must look at, and the first of them."""
    codes = [
        item["code"]
        for item in envelope["warnings"]
        if item["severity"] == "review" and item["penalty"]
    ]
    if codes:
        yield (
            f"{len(codes)} remarks to review, first {codes[0]}" if len(codes) > 1
            else f"1 remark to review, {codes[0]}"
        )  # fmt: skip


def _left(envelope: Mapping[str, Any]) -> Iterator[str]:
    """What of a whole sign is not checked, as the first page of its package has it."""
    if envelope["kind"] == "all":
        kinds, inputs = envelope["result"] or {}, envelope["trace"]["inputs"]
        yield unchecked(kinds, inputs) if envelope["checks"] else LOADS_ONLY


def _counted(envelope: Mapping[str, Any]) -> Iterator[str]:
    """How much was checked, and how much there is to read."""
    checks = envelope["checks"]
    if checks:
        passed = Counter(check["passed"] for check in checks)
        many = f"{len(checks)} check{'s' * (len(checks) > 1)}"
        yield f"{passed[False]} of {many} fail" if passed[False] else many
    accepted = sum(bool(item.get("accepted")) for item in envelope["warnings"])
    if open_ := len(envelope["warnings"]) - accepted:
        yield f"{open_} remark{'s' * (open_ > 1)}"
    if accepted:
        yield f"{accepted} remark{'s' * (accepted > 1)} accepted"


_COLORS = {PASS: "1;32", REVIEW: "30;43", FAIL: "1;31", NO_ANSWER: "1;31"}
"""Those of a terminal, which can be read on light and on dark."""


def written(text: str, *, width: int = 0, color: bool, ascii_only: bool) -> str:
    r"""Lines that begin with a verdict, or do not, as a terminal has them; no line is no text.

    Args:
        text: The lines.
        width: Columns to which they are folded; 0: they are not.
        color: Whether to colour the verdicts.
        ascii_only: Whether its reader knows nothing but ASCII.

    >>> written("FAIL  2 · 3", color=True, ascii_only=True)
    '\x1b[1;31mFAIL\x1b[0m  2 | 3\n'
    """
    shown = to_ascii(text) if ascii_only else text
    if width:
        shown = "\n".join(part for one in shown.splitlines() for part in folded(one, width))
    if color:
        shown = _VERDICT.sub(_painted, shown)
    return f"{shown}\n" if shown else ""


def _painted(found: re.Match[str]) -> str:
    return f"\x1b[{_COLORS[found[0]]}m{found[0]}\x1b[0m"


_VERDICT = re.compile(f"^(?:{'|'.join(_COLORS)})\\b", re.MULTILINE)

KEPT = "\u00a0"
"""Stands for a space at which a line may not be broken: that beside a number, or before a dot."""
_BESIDE_A_NUMBER = re.compile(r"(?<!·) (?=[\d·])|(?<=\d) (?!\()")


def folded(line: str, width: int) -> list[str]:
    """A line of a verdict on a sheet of some width: no number is cut, or set apart from its unit.

    >>> folded("PASS  pier 3 ft deep · shear 2,405 lbf", 34)
    ['PASS  pier 3 ft deep ·', '      shear 2,405 lbf']
    """
    first, gap, rest = line.partition("  ")
    lines = wrap(
        first.replace(" ", KEPT) + KEPT * len(gap) + _BESIDE_A_NUMBER.sub(KEPT, rest),
        width,
        subsequent_indent=" " * (len(first) + len(gap)),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(KEPT, " ") for one in lines]
