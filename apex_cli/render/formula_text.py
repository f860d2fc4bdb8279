"""Formulas in characters: on one line, or with fractions, roots and powers laid out."""

from typing import NamedTuple

from apex_cli.render.formula import Node

_SUB = dict(zip("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SUP = dict(zip("0123456789−-.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻·", strict=True))
_ATOMS = {"number", "symbol", "word", "brackets", "call", "ceil", "floor", "abs"}
_ROUND = ("(", ")")
_FENCES = {"brackets": _ROUND, "abs": ("|", "|"), "ceil": ("⌈", "⌉"), "floor": ("⌊", "⌋")}


def line(node: Node, sign: str = "·") -> str:  # noqa: PLR0911 - one way out for each kind of node
    """The formula on one line.

    Args:
        node: Its tree.
        sign: What stands between factors.

    >>> from apex_cli.render.formula import formula
    >>> line(formula("0.5 * A * (1 + sqrt(1 + 4.36 * h / A_1)) ** 2"))
    '0.5 · A · (1 + √(1 + 4.36 · h / A₁))²'
    """
    kind, parts = node.kind, node.parts
    if kind == "symbol":
        return node.text + _subscript(node.sub)
    if kind in {"sum", "product"}:
        words = [line(parts[0], sign)]
        for mark, part in zip(node.text, parts[1:], strict=True):
            shown = line(part, sign)
            loose = mark == "·" and part.kind == "fraction"
            words += [sign if mark == "·" else mark, f"({shown})" if loose else shown]
        return " ".join(words)
    if kind == "minus":
        return "−" + line(parts[0], sign)
    if kind == "fraction":
        top = parts[0] if parts[0].kind != "sum" else Node("brackets", parts=(parts[0],))
        bottom = parts[1] if parts[1].kind in _ATOMS else Node("brackets", parts=(parts[1],))
        return f"{line(top, sign)} / {line(bottom, sign)}"
    if kind == "power":
        return line(parts[0], sign) + _superscript(line(parts[1], sign))
    if kind == "root":
        inside = line(parts[0], sign)
        return f"√{inside}" if parts[0].kind in {"number", "symbol"} else f"√({inside})"
    if kind in _FENCES:
        left, right = _FENCES[kind]
        return left + line(parts[0], sign) + right
    if kind == "call":
        return f"{node.text}({', '.join(line(part, sign) for part in parts)})"
    return node.text


def _subscript(sub: str) -> str:
    """Small letters under the line where Unicode has all of them."""
    if all(letter in _SUB for letter in sub):
        return "".join(_SUB[letter] for letter in sub)
    return f"_{sub}"


def _superscript(text: str) -> str:
    if "." not in text and all(letter in _SUP for letter in text):
        return "".join(_SUP[letter] for letter in text)
    return f"^{text}" if text.isalnum() else f"^({text})"


class Box(NamedTuple):
    """Lines of one width, and which of them stands on the baseline."""

    lines: tuple[str, ...]
    base: int

    @property
    def width(self) -> int:
        """Characters across."""
        return len(self.lines[0])


def box(node: Node, sign: str = "·") -> Box:  # noqa: PLR0911 - one way out for each kind of node
    """The formula laid out over several lines.

    >>> from apex_cli.render.formula import formula
    >>> [row.strip() for row in box(formula("2.34 * P / (S_1 * b)")).lines]
    ['2.34 · P', '────────', 'S₁ · b']
    """
    kind, parts = node.kind, node.parts
    if kind == "fraction":
        return _over(box(parts[0], sign), box(parts[1], sign))
    if kind in {"sum", "product"}:
        made = box(parts[0], sign)
        for mark, part in zip(node.text, parts[1:], strict=True):
            between = f" {sign if mark == '·' else mark} "
            made = beside(made, text_box(between), box(part, sign))
        return made
    if kind == "minus":
        return beside(text_box("−"), box(parts[0], sign))
    if kind == "power":
        return _raised(box(parts[0], sign), parts[1], sign)
    if kind == "root":
        inside = box(parts[0], sign)
        return beside(text_box("√"), inside if _is_flat(parts[0]) else _fenced(inside, _ROUND))
    if kind in _FENCES:
        return _fenced(box(parts[0], sign), _FENCES[kind])
    if kind == "call":
        inside = box(parts[0], sign) if parts else text_box("")
        for part in parts[1:]:
            inside = beside(inside, text_box(", "), box(part, sign))
        return beside(text_box(node.text), _fenced(inside, _ROUND))
    return text_box(line(node, sign))


def text_box(text: str) -> Box:
    """A box of one line."""
    return Box((text,), 0)


def _is_flat(node: Node) -> bool:
    return node.kind in {"number", "symbol"}


def beside(*boxes: Box) -> Box:
    """Boxes in a row on one baseline."""
    above = max(one.base for one in boxes)
    below = max(len(one.lines) - one.base for one in boxes)
    rows = []
    for row in range(above + below):
        cells = []
        for one in boxes:
            at = row - above + one.base
            cells.append(one.lines[at] if 0 <= at < len(one.lines) else " " * one.width)
        rows.append("".join(cells))
    return Box(tuple(rows), above)


def _over(top: Box, bottom: Box) -> Box:
    width = max(top.width, bottom.width)
    lines = [row.center(width) for row in (*top.lines, "", *bottom.lines)]
    lines[len(top.lines)] = "─" * width
    return Box(tuple(lines), len(top.lines))


def _raised(base: Box, exponent: Node, sign: str) -> Box:
    small = _superscript(line(exponent, sign))
    if not small.startswith("^"):
        return beside(base, text_box(small))
    power = box(exponent, sign)
    lifted = Box((*power.lines, " " * power.width), len(power.lines) + base.base)
    room = len(base.lines) - base.base - 1
    tall = Box(lifted.lines + (" " * power.width,) * (base.base + room), lifted.base)
    return beside(base, tall)


_TALL = {
    "(": ("⎛", "⎜", "⎝"), ")": ("⎞", "⎟", "⎠"), "⌈": ("⎡", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥"),
    "⌊": ("⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎦"), "|": ("│", "│", "│"),
}  # fmt: skip


def _fenced(inside: Box, fence: tuple[str, str]) -> Box:
    height = len(inside.lines)
    if height == 1:
        return beside(text_box(fence[0]), inside, text_box(fence[1]))
    sides = []
    for mark in fence:
        first, middle, last = _TALL[mark]
        rows = (first, *(middle for _ in range(height - 2)), last)
        sides.append(Box(rows, inside.base))
    return beside(sides[0], inside, sides[1])
