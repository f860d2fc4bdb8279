"""What a shell is offered on Tab, by the protocol that it speaks with Typer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from typing import Any

import pytest

from apex_cli.cli.app import COMMANDS
from apex_cli.cli.command import Command
from apex_cli.cli.complete import COMPLETERS

Apex = Callable[..., CompletedProcess[bytes]]

ROOT = Path(__file__).parents[2]


def offered(apex: Apex, line: str, packs: str = "") -> list[str]:
    """What bash is offered for the last word of this line, as a real process."""
    done = apex(
        env={
            "_APEX_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
            "APEX_PACKS": packs,
        }
    )
    assert done.returncode == 0
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.fixture
def apex_named(tmp_path: Path) -> Apex:
    """`apex` as a shell starts it: Typer knows the program by its file's name."""
    program = tmp_path / "apex"
    program.write_text(f"#!{sys.executable}\nfrom apex_cli.__main__ import main\nmain()\n", "utf-8")
    program.chmod(0o755)

    def run(*args: str, env: dict[str, str]) -> CompletedProcess[bytes]:
        return subprocess.run(
            [program, *args],
            capture_output=True,
            check=False,
            timeout=60,
            cwd=ROOT,
            env={**os.environ, **env, "PYTHONPATH": str(ROOT)},
        )

    return run


def test_names_of_sections(apex_named: Apex) -> None:
    assert offered(apex_named, "apex packs show sections_us_v1 --find PIPE8") == [
        "PIPE8STD", "PIPE8XS", "PIPE8XXS",
    ]  # fmt: skip
    assert offered(apex_named, "apex packs show sections_us_v1 --find W12") == []


def test_names_of_packs(apex_named: Apex) -> None:
    assert offered(apex_named, "apex packs show sec") == ["sections_us_v1"]
    assert offered(apex_named, "apex packs diff pricing_v1 sec") == ["sections_us_v1"]


def test_values_of_a_setting(apex_named: Apex) -> None:
    line = "apex calc all p.json --set "
    assert offered(apex_named, f"{line}sign.poles.se") == ["sign.poles.section="]
    assert offered(apex_named, f"{line}sign.poles.section=HSS10.750x0.3") == [
        f"sign.poles.section=HSS10.750x0.3{rest}" for rest in ("75", "13", "65")
    ]
    assert offered(apex_named, f"{line}site.elevation_ft=1") == []


def test_packs_that_cannot_be_read_are_not_offered(apex_named: Apex, tmp_path: Path) -> None:
    (tmp_path / "sections_bad_v1.yaml").write_text("kind: sections\n", "utf-8")
    line = "apex packs show sections_us_v1 --find PIPE8X"
    assert offered(apex_named, line, str(tmp_path)) == ["PIPE8XS", "PIPE8XXS"]
    assert offered(apex_named, line, str(tmp_path / "none")) == []


COMPLETED = """
eval "$(_APEX_COMPLETE=source_bash "$0")"
COMP_WORDS=(apex packs show sections_us_v1 --find PIPE12X)
COMP_CWORD=5
_apex_completion "$0"
echo "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_itself(apex_named: Apex, tmp_path: Path) -> None:
    """The function that bash is given fills in what is offered."""
    assert apex_named(env={"_APEX_COMPLETE": "source_bash"}).returncode == 0
    done = subprocess.run(
        ["bash", "--norc", "-c", COMPLETED, tmp_path / "apex"],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.decode().split() == ["PIPE12XS", "PIPE12XXS"]


def test_what_may_be_selected(apex_named: Apex) -> None:
    assert offered(apex_named, "apex calc support p.json --select ") == [
        "section", "plate", "rods", "pier", "slab"
    ]  # fmt: skip
    assert offered(apex_named, "apex calc support p.json --select pl") == ["plate"]
    assert offered(apex_named, "apex calc support p.json --sel") == ["--select"]


IN_THIS_PROCESS: Any = SimpleNamespace(params={})


@pytest.mark.parametrize(
    ("kind", "begun", "words"),
    [
        ("settings", "site.exp", ["site.exposure="]),
        ("settings", "site.exposure=", ["site.exposure=B", "site.exposure=C", "site.exposure=D"]),
        ("settings", "footing.isolated_pole=t", ["footing.isolated_pole=true"]),
        ("settings", "sign.elements.3.wi", ["sign.elements.3.width_ft="]),
        ("settings", "sign.elements.w", []),
        ("settings", "soil.layers.0.cl", ["soil.layers.0.class="]),
        ("settings", "packs.support=aisc360-2", ["packs.support=aisc360-22_v1"]),
        ("settings", "pricing.addons.0=calc", ["pricing.addons.0=calc_packet"]),
        ("settings", "pricing.add", ["pricing.addons.0="]),
        ("settings", "sign.poles.section=PIPE8X",
         ["sign.poles.section=PIPE8XS", "sign.poles.section=PIPE8XXS"]),
        ("settings", "etag", []),
        ("settings", "name=x", []),
        ("cases", "high:site.exp", ["high:site.exposure="]),
        ("cases", "high:site.exposure=", [f"high:site.exposure={one}" for one in "BCD"]),
        ("cases", "a:soil.class=5,site.exp", ["a:soil.class=5,site.exposure="]),
        ("cases", "site.exp", ["site.exposure="]),
        ("addons", "cra", ["crane"]),
        ("refs", "exposure=asce7-1", ["exposure=asce7-10_v1", "exposure=asce7-16_v1"]),
        ("templates", "mo", ["monument"]),
        ("statuses", "e", ["estimating"]),
        ("help", "exit", ["exit-codes"]),
        ("help", "footing.no_d", ["footing.no_depth"]),
    ],
)  # fmt: skip
def test_what_is_offered(kind: str, begun: str, words: list[str]) -> None:
    assert COMPLETERS[kind](IN_THIS_PROCESS, begun) == words


@pytest.mark.parametrize(
    ("kind", "words", "offered"),
    [
        ("settings", "--set site.exposure =", ["B", "C", "D"]),
        ("settings", "--set site.exposure = B", ["B"]),
        ("settings", "--set site.exp", ["site.exposure="]),
        ("cases", "--case high : site.exp", ["site.exposure="]),
        ("cases", "--case high : site.exposure =", ["B", "C", "D"]),
        ("cases", "--case high : pricing.q", ["pricing.quantity="]),
        ("cases", "--case high = 1", []),
    ],
)
def test_words_that_bash_breaks(
    monkeypatch: pytest.MonkeyPatch, kind: str, words: str, offered: list[str]
) -> None:
    line = ["apex", "calc", "p.json", *words.split()]
    monkeypatch.setenv("_APEX_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "\n".join(line))
    monkeypatch.setenv("COMP_CWORD", str(len(line) - 1))
    assert COMPLETERS[kind](IN_THIS_PROCESS, line[-1]) == offered


def test_every_option_knows_what_completes_it() -> None:
    modules = [import_module(f"apex_cli.cli.{name}") for name in set(COMMANDS.values())]
    rows = [row for module in modules for row in module.COMMANDS.values()]
    commands = [
        one for row in rows for one in ([row] if isinstance(row, Command) else row.values())
    ]
    words = {option.complete for one in commands for option in one.options.values()}
    assert words - {""} == COMPLETERS.keys()
