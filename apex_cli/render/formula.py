"""A printed formula as a tree, read without being run; each writer draws it in its own way."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "eps": "ε",
    "theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ",
    "Omega": "Ω", "Phi": "Φ", "Sigma": "Σ",
}  # fmt: skip
_FACTORED = re.compile("phi[A-Zv]")
"""A strength with its factor before it."""
LONGEST_SYMBOL = 3
"""A longer name before the first underscore is a word, not a symbol."""
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula.

    Kinds: ``number`` and ``word`` (text), ``symbol`` (text and sub), ``sum`` and ``product``
    (parts joined by the operators in `text`, one character between two parts), ``minus``,
    ``fraction``, ``power``, ``root``, ``brackets``, ``ceil``, ``floor``, ``abs`` (written
    max(x, -x)), ``call`` (text is the function's name).
    """

    kind: str
    text: str = ""
    sub: str = ""
    parts: tuple["Node", ...] = ()


Terms = Mapping[str, Mapping[str, Any]]


def formula(text: str, terms: Terms | None = None) -> Node:
    """The tree of a formula; what cannot be read stays as it is written.

    Args:
        text: As a step prints it.
        terms: The step's terms, to be put in place of their symbols.

    >>> [(part.kind, part.text) for part in formula("2 * A").parts]
    [('number', '2'), ('symbol', 'A')]
    >>> formula("import os").kind
    'word'
    """
    try:
        return _Reader(terms or {}).node(ast.parse(text, mode="eval").body, DEEPEST)
    except (SyntaxError, ValueError, KeyError, RecursionError, MemoryError):
        return Node("word", text)


def symbol(text: str) -> Node:
    """The tree of what stands left of the equals sign: ``K_z``, ``B/s``, ``D sqrt(q_z)``.

    >>> symbol("psi_c")
    Node(kind='symbol', text='ψ', sub='c', parts=())
    """
    return formula(re.sub(r"(?<=\w) (?=\w)", " * ", text))


def name(text: str) -> Node:
    """A parameter's name as a symbol with its subscript, or as words.

    >>> name("K_zt"), name("unit_amount").text, name("phiM_n").text
    (Node(kind='symbol', text='K', sub='zt', parts=()), 'unit amount', 'φM')
    """
    base, _, sub = text.partition("_")
    if _FACTORED.fullmatch(base):
        base = GREEK["phi"] + base[-1]
    if base in GREEK:
        return Node("symbol", GREEK[base], GREEK.get(sub, sub.replace("_", ",")))
    if not base or len(base) > LONGEST_SYMBOL:
        return Node("word", text.replace("_", " ").strip() or text)
    return Node("symbol", base, GREEK.get(sub, sub.replace("_", ",")))


class _Reader:
    """Turns Python's own syntax tree into ours."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def node(self, tree: ast.expr, depth: int) -> Node:
        """One expression. Raises KeyError for what no formula holds."""
        if not depth:
            raise KeyError("too deep")
        if isinstance(tree, ast.Constant):
            return self._constant(tree)
        if isinstance(tree, ast.Name):
            return self._name(tree.id)
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
            return Node("minus", parts=(_after_sign(self.node(tree.operand, depth - 1), {"sum"}),))
        if isinstance(tree, ast.BinOp):
            return self._operation(tree, depth - 1)
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and not tree.keywords:
            return self._call(tree.func.id, [self.node(item, depth - 1) for item in tree.args])
        raise KeyError(type(tree).__name__)

    def _constant(self, tree: ast.Constant) -> Node:
        if isinstance(tree.value, bool) or not isinstance(tree.value, int | float):
            raise KeyError("not a number")
        return _number(tree.value, "")

    def _name(self, text: str) -> Node:
        term = self.terms.get(text)
        return name(text) if term is None else _number(term["value"], str(term.get("unit", "")))

    def _operation(self, tree: ast.BinOp, depth: int) -> Node:
        left, right = self.node(tree.left, depth), self.node(tree.right, depth)
        if isinstance(tree.op, ast.Add | ast.Sub):
            sign = "+" if isinstance(tree.op, ast.Add) else "−"
            return _joined("sum", left, sign, _after_sign(right, {"sum"} if sign == "−" else set()))
        if isinstance(tree.op, ast.Mult):
            left = _bracketed(left, {"sum"})
            return _joined("product", left, "·", _after_sign(right, {"sum"}))
        if isinstance(tree.op, ast.Div):
            return Node("fraction", parts=(left, right))
        if isinstance(tree.op, ast.Pow):
            loose = {"sum", "minus", "product", "fraction", "power", "call"}
            if right.kind == "fraction":  # written small, on one line
                top, bottom = right.parts
                right = Node(
                    "fraction", parts=(_bracketed(top, {"sum"}), _bracketed(bottom, loose))
                )
            return Node("power", parts=(_bracketed(left, loose), right))
        raise KeyError(type(tree.op).__name__)

    def _call(self, called: str, parts: list[Node]) -> Node:
        one = len(parts) == 1
        if called == "sqrt" and one:
            return Node("root", parts=tuple(parts))
        if called == "exp" and one:
            return Node("power", parts=(Node("symbol", "e"), parts[0]))
        if called in {"ceil", "floor"} and one:
            return Node(called, parts=tuple(parts))
        if called == "max" and _opposite(parts):
            return Node("abs", parts=(max(parts, key=lambda part: part.kind != "minus"),))
        return Node("call", "ln" if called == "log" else called, parts=tuple(parts))


def _opposite(parts: list[Node]) -> bool:
    """Whether there are two, and the second is the first with a minus before it."""
    return len(parts) == 2 and parts[1] == Node("minus", parts=(_after_sign(parts[0], {"sum"}),))  # noqa: PLR2004 - a pair


def _number(value: float, unit: str) -> Node:
    """A number; a negative one is a minus, one in millionths of its unit keeps its power of ten."""
    shown = str(abs(value))
    if "e-" in shown:
        shown = f"{abs(value):.12f}".rstrip("0")
    if unit.startswith("1e-6"):
        shown += "×10⁻⁶"
    node = Node("number", shown)
    return Node("minus", parts=(node,)) if value < 0 else node


def _bracketed(node: Node, kinds: set[str]) -> Node:
    return Node("brackets", parts=(node,)) if node.kind in kinds else node


def _after_sign(node: Node, kinds: set[str]) -> Node:
    """What stands after a sign: in brackets if it is of these kinds, or begins with a minus."""
    first = node
    while first.kind in {"sum", "product", "fraction"}:
        first = first.parts[0]
    return _bracketed(node, {*kinds, node.kind} if first.kind == "minus" else kinds)


def _joined(kind: str, left: Node, sign: str, right: Node) -> Node:
    """The two with the sign between them; a chain of the same kind stays flat."""
    signs, parts = (left.text, left.parts) if left.kind == kind else ("", (left,))
    if right.kind == kind and kind == "product":
        return Node(kind, signs + sign + right.text, parts=(*parts, *right.parts))
    return Node(kind, signs + sign, parts=(*parts, right))
