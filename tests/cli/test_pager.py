"""What is longer than the terminal goes through a pager, and nothing else does."""

import shlex
import sys
from pathlib import Path

import pytest

from apex_cli.cli import output, pager
from apex_cli.cli.output import Output
from apex_cli.render import forms

LONG = b"line\n" * 30


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a pager of our own leaves what it was given."""
    file = tmp_path / "seen"
    code = f"import sys; open({str(file)!r}, 'wb').write(sys.stdin.buffer.read()); sys.exit(3)"
    monkeypatch.setenv("APEX_PAGER", f"{shlex.quote(sys.executable)} -S -c {shlex.quote(code)}")
    monkeypatch.setenv("TERM", "xterm")
    return file


def test_long_text_goes_to_the_pager_whatever_that_says(seen: Path) -> None:
    assert pager.paged(LONG, 20)
    assert seen.read_bytes() == LONG


def test_short_text_does_not(seen: Path) -> None:
    assert not pager.paged(LONG, 31)
    assert not seen.exists()


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, ["less"]),
        ({"PAGER": "more -s"}, ["more", "-s"]),
        ({"APEX_PAGER": "most", "PAGER": "more"}, ["most"]),
        ({"APEX_PAGER": "", "PAGER": "more"}, []),
        ({"PAGER": "cat"}, []),
        ({"PAGER": "an 'open quote"}, []),
        ({"TERM": "dumb"}, []),
    ],
)
def test_which_pager(environ: dict[str, str], words: list[str]) -> None:
    assert pager.command(environ) == words


def test_a_reader_who_quits_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("APEX_PAGER", "true")
    assert pager.paged(LONG * 100_000, 20)
    monkeypatch.setenv("APEX_PAGER", "/nowhere/pager")
    assert not pager.paged(LONG, 20)


def test_only_a_table_on_a_terminal_is_paged(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[bytes] = []

    def keep(data: bytes, _lines: int) -> bool:
        paged.append(data)
        return True

    monkeypatch.setattr(pager, "paged", keep)
    monkeypatch.setattr(output, "write", lambda *_: None)
    envelope: dict[str, object] = {
        "kind": "x",
        "result": None,
        "error": None,
        "checks": [],
        "warnings": [],
    }
    monkeypatch.setitem(forms.ENVELOPE, "table", lambda *_: "table\n")
    wishes = [Output("json"), Output("table"), Output("table", no_pager=True), Output(brief=True)]
    for wish in (*wishes, Output("table", file=Path("x"))):
        for screen in (False, True):
            monkeypatch.setattr(sys.stdout, "isatty", lambda screen=screen: screen, raising=False)
            assert output.answer(envelope, wish) == 0
    assert paged == [b"table\n"]
