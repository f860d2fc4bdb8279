"""docs/material.md shows what the program prints.

`APEX_UPDATE_README=1 pytest tests/material/test_guide.py` writes the outputs anew.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from apex_cli.cli.boundary import run

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "material.md"
BLOCKS = re.findall(r"^```console\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_output_is_as_shown(
    number: int, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    block = BLOCKS[number]
    line = block.splitlines()[0]
    run(shlex.split(line.removeprefix("$ apex ")))
    out, err = capfd.readouterr()
    now = "\n".join([line, *(text.rstrip("\n") for text in (err, out) if text)]) + "\n"
    if os.environ.get("APEX_UPDATE_README"):
        text = PAGE.read_text("utf-8")
        PAGE.write_text(text.replace(f"```console\n{block}```", f"```console\n{now}```"), "utf-8")
        block = now
    assert now == block


def test_a_file_that_is_called_csv_is_csv(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("APEX_FORMAT", raising=False)
    bill = tmp_path / "bill.CSV"
    sign = str(ROOT / "examples" / "pole-sign-plate.json")
    assert run(["bom", sign, "-o", str(bill)]) == 0
    assert bill.read_text("utf-8").startswith("scope,project,site,group")
    assert run(["bom", sign, "--brief"]) == 0
    assert capfd.readouterr().out.startswith("BILL  1 sign")
    assert run(["bom", sign, "-o", str(bill), "--format", "json"]) == 0
    assert bill.read_bytes().startswith(b"{")
