"""Formulas as MathML Core, which browsers and screen readers know."""

from apex_cli.render.drawing.canvas import escaped
from apex_cli.render.formula import Node

_FENCES = {"brackets": ("(", ")"), "abs": ("|", "|"), "ceil": ("⌈", "⌉"), "floor": ("⌊", "⌋")}


def mathml(node: Node, sign: str = "·", *, small: bool = False) -> str:  # noqa: C901, PLR0911 - a way out for each kind
    """One formula, without the element `math` around it; small: fractions on one line.

    >>> from apex_cli.render.formula import formula
    >>> mathml(formula("K_z / 2"))
    '<mfrac><msub><mi>K</mi><mi>z</mi></msub><mn>2</mn></mfrac>'
    """
    kind, raised = node.kind, node.kind == "power"
    parts = [
        mathml(part, sign, small=small or (raised and n > 0)) for n, part in enumerate(node.parts)
    ]
    if kind == "number":
        return f"<mn>{escaped(node.text)}</mn>"
    if kind == "symbol":
        base = f"<mi>{escaped(node.text)}</mi>"
        return f"<msub>{base}<mi>{escaped(node.sub)}</mi></msub>" if node.sub else base
    if kind in {"sum", "product"}:
        words = [parts[0]]
        for mark, part in zip(node.text, parts[1:], strict=True):
            words += [_operator(sign if mark == "·" else mark), part]
        return _row("".join(words))
    if kind == "minus":
        return _row(_operator("−", 'form="prefix"') + parts[0])
    if kind == "fraction" and small:
        return _row(parts[0] + _operator("/") + parts[1])
    if kind == "fraction":
        return f"<mfrac>{parts[0]}{parts[1]}</mfrac>"
    if kind == "power":
        return f"<msup>{parts[0]}{parts[1]}</msup>"
    if kind == "root":
        return f"<msqrt>{parts[0]}</msqrt>"
    if kind in _FENCES:
        left, right = _FENCES[kind]
        return _row(_operator(left) + parts[0] + _operator(right))
    if kind == "call":
        inside = _operator(",").join(parts)
        return _row(f"<mi>{escaped(node.text)}</mi>{_operator('(')}{inside}{_operator(')')}")
    return f"<mtext>{escaped(node.text)}</mtext>"


def _operator(mark: str, attribute: str = "") -> str:
    return f"<mo {attribute}>{mark}</mo>" if attribute else f"<mo>{mark}</mo>"


def _row(inside: str) -> str:
    return f"<mrow>{inside}</mrow>"
