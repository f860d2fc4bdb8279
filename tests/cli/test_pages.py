"""Help: a page for each command, on the terminal and for man, made from its row."""

import os
import subprocess
from importlib import import_module
from pathlib import Path
from shutil import which

import pytest

from apex_cli.cli import app, boundary, pages
from apex_cli.cli.command import Command
from apex_cli.cli.man import manual
from apex_cli.exits import MEANING, SHORT
from apex_cli.render.manual import Page, Section, roff, text
from apex_cli.solvers.exposure import inputs as exposure
from apex_cli.solvers.footing import inputs as footing
from apex_cli.solvers.pricing import inputs as pricing
from apex_cli.solvers.support import inputs as support

ROOT = Path(__file__).parents[2]
MAN = ROOT / "docs" / "man"


def said(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    assert boundary.run(words) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("words", [(), ("-h",), ("project",), ("packs",), ("calc", "-h")])
def test_help_fits_and_says_examples_first(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = said(capfd, *words)
    headings = [line for line in page.splitlines() if line.endswith(":") and line[0] != " "]
    assert (headings[0], headings[-1]) == ("Examples:", "Exit codes:")
    assert all(len(line) <= 80 or "  apex " in line for line in page.splitlines())


def test_every_command_has_examples_and_every_option_is_told() -> None:
    for name, at in app.COMMANDS.items():
        row = import_module(f"apex_cli.cli.{at}").COMMANDS[name]
        rows = {name: row} if isinstance(row, Command) else row
        for one, command in rows.items():
            page = text(pages.page(one, command), 80)
            assert command.examples, one
            for option in command.options.values():
                assert all(spelling in page for spelling in option.names)


def test_every_command_is_in_a_group() -> None:
    assert sorted(name for names in pages.GROUPS.values() for name in names) == sorted(app.COMMANDS)


def test_what_a_calculation_needs_is_what_it_asks_for() -> None:
    asked = {"exposure": exposure, "footing": footing, "pricing": pricing, "support": support}
    told = dict(pages.NEEDS)
    for kind, module in asked.items():
        for where in module.needs({"sign": {"poles": {"section": "PIPE8STD"}}}):
            assert where[1:].replace("/", ".") in told[kind], f"{kind}: {where}"


def test_short_words_for_each_exit_code() -> None:
    assert SHORT.keys() == MEANING.keys()


@pytest.mark.parametrize("spelling", ["-V", "--version"])
def test_version(capfd: pytest.CaptureFixture[str], spelling: str) -> None:
    assert said(capfd, spelling).startswith("apex 0.")


def test_a_long_word_and_a_narrow_terminal() -> None:
    page = Page("p", "b", "", [Section("S", [("w" * 30, "told"), ("x", "of it")])])
    assert text(page, 80).splitlines()[3:] == [
        "  " + "w" * 30, " " * 5 + "told", "  x  of it",
    ]  # fmt: skip
    assert text(page, 40).splitlines()[3:] == ["  " + "w" * 30, "      told", "  x   of it"]


def test_the_manual_is_kept() -> None:
    """What the wheel installs under share/man: APEX_UPDATE_MAN=1 writes it anew."""
    made = manual()
    if os.environ.get("APEX_UPDATE_MAN"):
        for path in MAN.glob("*.1"):
            path.unlink()
        MAN.mkdir(exist_ok=True)
        for name, page in made.items():
            (MAN / name).write_text(page, "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in MAN.glob("*.1")}
    assert kept == made, "write it anew: APEX_UPDATE_MAN=1 pytest tests/cli/test_pages.py"


@pytest.mark.skipif(which("groff") is None, reason="there is no groff here")
def test_groff_reads_the_manual() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", *sorted(MAN.glob("*.1"))],
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_roff_of_a_topic() -> None:
    page = Page("apex", "Signs.", "", [Section("S", text=[".x"])])
    assert roff(page, "1").splitlines()[-2:] == [".PP", "\\&.x"]
