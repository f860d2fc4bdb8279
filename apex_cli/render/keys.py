"""The keys of a project file as a table, for a terminal and as a page."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from apex_cli.render.grid import grid
from apex_cli.vocabulary import PARTS

LETTERS = {"exposure": "E", "footing": "F", "support": "S", "pricing": "P"}
"""The calculations in a letter each."""

LEGEND = (
    "Each key with its unit, the calculations that read it (E exposure, F footing, S support, "
    "P pricing), what it may be, and its meaning. N is the number of an item, from 0."
)

PAGE = """# The project file

<!-- Written by `apex_cli.render.keys`; do not edit. -->

Every key of a project file. `apex schema project --format table` prints it, `apex schema project`
as JSON Schema. A path is what `--set`, `--vary` and `apex project set` take; N is the number of an
item of a list, from 0. What is absent has its default, or is left out; null is the same as absent.
"""


def render(keys: Sequence[Any], *, width: int) -> str:
    """The keys as text, a line each where it fits, under the blocks that they stand in."""
    lines = wrap(LEGEND, width)
    for block, members in _blocks(keys).items():
        lines += ["", block or "on top"]
        lines += grid([_row(key) for key in members], width)
    return "\n".join(lines) + "\n"


def _blocks(keys: Sequence[Any]) -> dict[str, list[Any]]:
    """The keys by the block that they stand in; those on top last, for most are not written."""
    found: dict[str, list[Any]] = {}
    for key in keys:
        found.setdefault(key["path"].rpartition(".")[0], []).append(key)
    return {**{block: members for block, members in found.items() if block}, "": found[""]}


def _row(key: Any) -> list[str]:
    name = key["path"].rpartition(".")[2]
    letters = "".join(LETTERS[part] if part in key["reads"] else "-" for part in PARTS)
    return [name, key["unit"], letters, f"{key['values']}{_default(key)}. {key['meaning']}"]


def _default(key: Any) -> str:
    """What it is where it is absent, if that is told."""
    default = key["default"]
    if default is None or default == []:
        return ""
    shown = str(default).lower() if isinstance(default, bool) else f"{default}"
    return f" [{shown.removesuffix('.0')}]"


def keys_markdown(keys: Sequence[Any]) -> str:
    """The page that is kept in docs/project-reference.md."""
    parts = [PAGE.strip("\n")]
    for block, members in _blocks(keys).items():
        parts += [f"## {f'`{block}`' if block else 'On top'}", "\n".join(_table(members))]
    return "\n\n".join(parts) + "\n"


def _table(members: Any) -> Iterator[str]:
    yield "| key | unit | what it may be | default | read by | meaning |"
    yield "|---|---|---|---|---|---|"
    for key in members:
        cells = [
            f"`{key['path'].rpartition('.')[2]}`",
            key["unit"],
            key["values"],
            _default(key).strip(" []"),
            ", ".join(key["reads"]),
            key["meaning"],
        ]
        escaped = " | ".join(cell.replace("|", "\\|") for cell in cells)
        yield f"| {escaped} |"
