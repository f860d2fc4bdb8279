"""An answer in one line: the verdict, and the numbers that decide."""

from collections.abc import Iterator, Mapping
from typing import Any

from apex_cli.envelope.headline import headline
from apex_cli.envelope.verdict import NO_ANSWER, governing, verdict
from apex_cli.render.text import label, money, number, one_line

DECIDING = {
    "width_ft": "wide",
    "depth_ft": "deep",
    "total_usd": "USD",
}
"""The headline numbers that are told of a design, each with the word behind it."""
LOADS = ("shear_lbf", "moment_kipft")
"""Those that are told where nothing is designed."""


def brief(envelope: Mapping[str, Any]) -> str:
    """The line of an envelope: its verdict, and why.

    Args:
        envelope: Any envelope of a calculation.
    """
    error = envelope["error"]
    if error:
        return one_line(f"{NO_ANSWER}  {error['detail']} [{error['code']}]")
    parts = [*_decides(envelope["checks"]), *_numbers(envelope), *_warned(envelope["warnings"])]
    return one_line("  ".join([verdict(envelope), ", ".join(parts)]).rstrip())


def _decides(checks: Any) -> Iterator[str]:
    """The checks that failed; of checks that all passed the one nearest to failing."""
    failed = [check for check in checks if not check["passed"]]
    nearest = governing(checks)
    for check in failed or ([nearest] if nearest else []):
        ratio = "" if check["ratio"] is None else f" {check['ratio'] * 100:.1f} %"
        yield f"{check['id']}{ratio}"


def _numbers(envelope: Mapping[str, Any]) -> Iterator[str]:
    found = headline(envelope["kind"], envelope["result"])
    for name, word in DECIDING.items():
        if (value := found[name]) is None:
            continue
        unit = label(name)[1]
        yield f"{money(value)} {word}" if name == "total_usd" else f"{number(value)} {unit} {word}"
    designed = any(found[name] is not None for name in DECIDING)
    for name in () if designed else LOADS:
        if found[name] is not None:
            words, unit = label(name)
            yield f"{words} {number(found[name])} {unit}"


def _warned(warnings: Any) -> Iterator[str]:
    """How many warnings cost confidence."""
    count = sum(warning["penalty"] > 0 for warning in warnings)
    if count:
        yield f"{count} warning{'s' if count > 1 else ''}"
