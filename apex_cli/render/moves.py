"""Numbers that moved, in words."""

from typing import Any

from apex_cli.render.text import label, number


def moved(name: str, old: Any, new: Any) -> str:
    """A named number that moved, with its unit.

    >>> moved("depth_ft", 8, 8.5)
    'depth 8 → 8.5 ft (+6 %)'
    >>> moved("total_usd", None, 900)
    'total none → 900 USD'
    """
    words, unit = label(name)
    return " ".join(filter(None, [words, arrow(old, new, unit)]))


def arrow(old: Any, new: Any, unit: str = "") -> str:
    """From one value to another, with the unit behind the number that has one, and by how much.

    >>> arrow(2, 1.999, "ft"), arrow("B", "C"), arrow(12, None, "ft")
    ('2 → 1.999 ft (-0.05 %)', 'B → C', '12 ft → none')
    """
    unit = f" {unit}" if unit else ""
    before = "none" if old is None else number(old) + (unit if new is None else "")
    after = "none" if new is None else number(new) + unit
    return f"{before} → {after}{_by(old, new)}"


def _by(old: Any, new: Any) -> str:
    if not (_numeric(old) and _numeric(new) and old):
        return ""
    percent = (new / old - 1) * 100
    return f" ({percent:+.0f} %)" if abs(percent) >= 1 else f" ({percent:+.1g} %)"


def _numeric(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def counted(count: int, thing: str) -> str:
    """So many of a thing.

    >>> counted(1, "check"), counted(2, "check")
    ('1 check', '2 checks')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
