"""Checked project files, one line each, what is wrong below; remarks stand in the other formats."""

from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.render.text import one_line


def render(rows: Sequence[Mapping[str, Any]]) -> str:
    """One line for each file, its remarks counted, and one for each finding that counts."""
    lines = []
    for row in rows:
        verdict = "ok  " if row["passed"] else "FAIL"
        counting = [item for item in row["findings"] if item["exit_code"]]
        remarks = len(row["findings"]) - len(counting)
        told = f"  ({remarks} remark{'s' if remarks > 1 else ''})" if remarks else ""
        lines.append(f"{verdict}  {one_line(row['path'])}{told}")
        for item in counting:
            where = f" {item['pointer']}" if item["pointer"] else ""
            lines.append(one_line(f"      {item['code']}{where}: {item['message']}"))
            if item["hint"]:
                lines.append(one_line(f"        hint: {item['hint']}"))
    failed = sum(not row["passed"] for row in rows)
    lines.append(f"{len(rows) - failed} passed, {failed} failed")
    return "\n".join(lines) + "\n"
