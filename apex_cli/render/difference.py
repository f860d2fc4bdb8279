"""What differs between two files: in words first, everything below where it is asked for."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from apex_cli.render.moves import arrow, counted, moved
from apex_cli.render.text import ascii_only as to_ascii
from apex_cli.render.text import one_line

_SORTS = {
    "packs": "pack", "inputs": "input", "constants": "constant", "steps": "step",
    "result": "result", "checks": "check", "warnings": "warning", "fields": "field",
}  # fmt: skip
"""What is counted, and what one of it is called."""

_LISTS = ("fields", "packs", "inputs", "constants", "steps", "result", "checks", "warnings",
          "assumptions", "error")  # fmt: skip


def render(
    result: Mapping[str, Any], *, width: int, ascii_only: bool = False, verbose: bool = False
) -> str:
    """A difference as text.

    Args:
        result: As `apex diff` answers it.
        width: Columns to fill; no number is cut.
        ascii_only: Whether its reader knows nothing but ASCII.
        verbose: Whether to list all that differs.
    """
    lines = wrap(sentence(result), width, break_long_words=False, break_on_hyphens=False)
    for error in result.get("errors", ()):
        lines.append(one_line(f"{error['kind']} of {error['side']}: no answer: {error['detail']}"))
    if verbose:
        lines += _everything(result)
    elif not result["same"] and "summary" in result:
        lines.append("-v lists what differs.")
    text = "\n".join(lines) + "\n"
    return to_ascii(text) if ascii_only else text


def sentence(result: Mapping[str, Any]) -> str:
    """The summary in words.

    >>> sentence({"same": True, "what": "an envelope"})
    'No difference.'
    """
    if result["same"]:
        return "No difference."
    if "summary" not in result:
        return f"{_counts(result['counts'])}."
    told = result["summary"]
    parts = [moved(item["name"], item["old"], item["new"]) for item in told["headline"]]
    parts += map(_flip, told["flipped"])
    if step := told["first_step"]:
        parts.append(f"first step that moves: {_step(step)}")
    parts.append(_counts(told["counts"]))
    return one_line("; ".join(parts)) + "."


def _counts(counts: Mapping[str, int]) -> str:
    words = ", ".join(counted(count, _SORTS[name]) for name, count in counts.items())
    return f"{words} differ{'s' if sum(counts.values()) == 1 else ''}" if words else (
        "nothing that is counted differs"
    )  # fmt: skip


def _flip(item: Mapping[str, Any]) -> str:
    if item["old"] is None:
        return f"{item['check']} is new and fails"
    if item["new"] is None:
        return f"{item['check']}, which failed, is gone"
    return f"{item['check']} flips to {item['new']}"


def _step(step: Mapping[str, Any]) -> str:
    of = f" of {step['subject']}" if step["subject"] else ""
    return f"{step['symbol']}{of}, {arrow(step['old'], step['new'], _unit(step['unit']))}"


def _unit(symbol: str) -> str:
    return "" if symbol == "1" else symbol


def _everything(result: Mapping[str, Any]) -> Iterator[str]:
    yield from _listed(result, "")
    for kind, told in result.get("answers", {}).items():
        yield from _listed(told, f"{kind} › ")


def _listed(told: Mapping[str, Any], of: str) -> Iterator[str]:
    """Everything that differs, sort by sort."""
    for name in _LISTS:
        if items := told.get(name):
            yield from ("", one_line(f"{of}{name}"))
            for item in items:
                yield one_line(f"    {_item(item)}")


def _item(item: Mapping[str, Any]) -> str:
    if "symbol" in item:
        why = f" ({item['why']})" if item["why"] else ""
        return _step(item) + why
    return f"{item['pointer'] or '/'}: {arrow(item['old'], item['new'])}"
