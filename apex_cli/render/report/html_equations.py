"""Equations of the package as HTML: one by one, or each once with all its uses."""

from apex_cli.render.drawing.canvas import escaped as esc
from apex_cli.render.report.html_tables import decimals, room
from apex_cli.render.report.mathml import mathml
from apex_cli.render.report.model_equations import Equation, Family, FamilyRow, Given


def equation(block: Equation) -> str:
    """One step with its terms."""
    left = mathml(block.symbol)
    unit = f"<mspace width='0.3em'/><mtext>{esc(block.unit)}</mtext>" if block.unit else ""
    rows = (
        f"<mtr><mtd>{left}</mtd><mtd><mo>=</mo></mtd><mtd>{mathml(block.formula)}</mtd></mtr>"
        f"<mtr><mtd></mtd><mtd><mo>=</mo></mtd><mtd>{mathml(block.numbers, '×')}</mtd></mtr>"
        f"<mtr class='value'><mtd></mtd><mtd><mo>=</mo></mtd>"
        f"<mtd><mn>{esc(block.value)}</mn>{unit}</mtd></mtr>"
    )
    terms = "; ".join(
        f"<math>{mathml(term.name)}</math> {esc(f'{term.value} {term.unit}'.strip())}, "
        f"<code>{esc(term.origin)}</code>{esc(f' ({term.status})' if term.status else '')}"
        for term in block.terms
    )
    clause = f'<span class="clause">{esc(block.clause)}</span>' if block.clause else ""
    return (
        f'<div class="step"><p class="step-no">{block.n}{clause}</p>'
        f'<div class="wide" tabindex="0" role="group" aria-label="Step {block.n}">'
        f'<math><mtable displaystyle="true">{rows}</mtable></math></div>'
        f'<p class="terms">{terms}</p></div>'
    ).replace("'", '"')


def family(block: Family) -> str:
    """An equation told once, with its uses."""
    clause = f'<span class="clause">{esc(block.clause)}</span>' if block.clause else ""
    steps = "" if block.rows else f"{block.steps} "
    tree = (
        f"<math displaystyle='true'><mrow>{mathml(block.symbol)}<mo>=</mo>"
        f"{mathml(block.formula)}</mrow></math>"
    )
    words = f"<span>{steps}<em>{esc(block.words)}</em></span>"
    lines = [
        f'<div class="step"><p class="step-no">{words}{clause}</p>',
        f'<div class="wide" tabindex="0" role="group" aria-label="Equation">{tree}</div>',
    ]
    if block.worked:
        of = f"step {block.worked_step}: " if block.rows else ""
        lines.append(f'<p class="worked">{of}{_worked(block.worked, block.value, block.unit)}</p>')
    if block.given:
        lines.append(f'<p class="terms">{"; ".join(map(_given, block.given))}</p>')
    if block.columns:
        lines.append(_uses(block))
    else:
        lines += [
            f'<p class="worked">{row.steps} {esc(row.about)} '
            f"{_worked(row.numbers, row.value, block.unit)}</p>"
            for row in block.rows
        ]
    return "".join([*lines, "</div>"]).replace("'", '"')


def _worked(numbers: str, value: str, unit: str) -> str:
    return f"= {esc(numbers)} = <strong>{esc(f'{value} {unit}'.strip())}</strong>"


def _given(item: Given) -> str:
    value = f" = {esc(item.value)}" if item.value else ""
    source = f" {esc(item.source)}" if item.source else ""
    return f"<math>{mathml(item.name)}</math>{value}{source}"


def _uses(block: Family) -> str:
    """The rows as a table."""
    named = [(column.name, column.unit) for column in block.columns]
    head = "".join(
        f'<th scope="col" class="n"><math>{mathml(name)}</math>'
        f"{f' <span class={chr(34)}unit{chr(34)}>{esc(unit)}</span>' if unit else ''}</th>"
        for name, unit in (*named, (block.symbol, block.unit))
    )
    cells = [(*row.cells, row.value) for row in block.rows]
    most = [max(map(decimals, column)) for column in zip(*cells, strict=True)]
    body = "".join(_use(row, numbers, most) for row, numbers in zip(block.rows, cells, strict=True))
    words = esc(block.text)
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="{words}"><table class="uses">'
        f'<caption>{words}</caption><thead><tr><th scope="col">step</th><th scope="col">of</th>'
        f"{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _use(row: FamilyRow, numbers: tuple[str, ...], most: list[int]) -> str:
    shown = "".join(
        f'<td class="n"{room(text, places)}>{esc(text)}</td>'
        for text, places in zip(numbers, most, strict=True)
    )
    return f'<tr><td>{row.steps}</td><td dir="auto">{esc(row.about)}</td>{shown}</tr>'
