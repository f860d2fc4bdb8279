"""docs/getting-started.md: its transcript as typed at a terminal, then its commands, in one folder.

`APEX_UPDATE_README=1 pytest tests/cli/test_getting_started.py` writes the transcript anew, with the
answers that it has.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "getting-started.md"
TRANSCRIPT = re.compile(
    r"^```console\n\$ (?P<command>.*?)\n(?P<rest>.*?)^```$", re.MULTILINE | re.DOTALL
)
PROMPT = re.compile(r"^(?:  [^\n]*|Write [^\n]*)> ?", re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_every_command_of_the_page_works(tmp_path: Path) -> None:
    text = PAGE.read_text("utf-8")
    found = TRANSCRIPT.search(text)
    assert found
    typed = re.findall(rf"{PROMPT.pattern}(.*)$", found["rest"], re.MULTILINE)
    terminal = Terminal(shlex.split(found["command"])[1:], tmp_path)
    for answer in typed:
        terminal.answer(answer)
    assert terminal.ended() == 0
    talk = terminal.said[: terminal.said.index("PROJECT  ")].rstrip() + "\n"
    if os.environ.get("APEX_UPDATE_README"):
        text = text.replace(found["rest"], talk)
        PAGE.write_text(text, "utf-8")
    assert talk in text
    run_the_rest(text, tmp_path)


def run_the_rest(text: str, folder: Path) -> None:
    commands = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    assert {path.name for path in folder.iterdir()} >= {
        "pylon.json", "pylon.pdf", "wider.json", "package.pdf", "package.html", "answer.json",
        "package.sums",
    }  # fmt: skip


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
