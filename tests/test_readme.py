"""Every output that the README shows is what the program prints.

`APEX_UPDATE_README=1 pytest tests/test_readme.py` writes the outputs anew.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from apex_cli.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[str]:
    return [match[1] for match in BLOCK.finditer(README.read_text("utf-8"))]


def replayed(block: str, folder: Path) -> str:
    """The block as it would look if somebody typed its commands now."""
    said = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        said.append(line)
        bin_folder = Path(sys.executable).parent
        done = subprocess.run(
            ["bash", "-c", line[2:]],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60,
            env={**os.environ, "COLUMNS": "100", "PATH": f"{bin_folder}:{os.environ['PATH']}"},
        )  # fmt: skip
        if done.stdout:
            said.append(done.stdout.decode().rstrip("\n"))
    return "\n".join(said) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "packs").symlink_to(ROOT / "packs")
    return tmp_path


@pytest.mark.parametrize("number", range(len(blocks())))
def test_output_is_as_shown(number: int, folder: Path) -> None:
    block = blocks()[number]
    now = replayed(block, folder)
    if os.environ.get("APEX_UPDATE_README"):
        text = README.read_text("utf-8")
        README.write_text(text.replace(f"```console\n{block}```", f"```console\n{now}```"), "utf-8")
        block = now
    assert now == block


def test_the_table_of_commands_is_complete() -> None:
    text = README.read_text("utf-8")
    for command in COMMANDS:
        assert f"`apex {command}" in text, f"the README does not name apex {command}"


def test_every_example_is_named() -> None:
    text = README.read_text("utf-8")
    for path in sorted((ROOT / "examples").glob("*.json")):
        assert path.name in text, f"the README does not name {path.name}"


def test_links_lead_somewhere() -> None:
    for page in [README, *(ROOT / "docs").rglob("*.md"), *(ROOT / "packs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")):
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
