"""Lines in and out: a pipe here; a terminal stands in tests/cli."""

import io
import sys
from typing import Any

import pytest

from apex_cli.interview.console import Console


def console(monkeypatch: pytest.MonkeyPatch, data: bytes, **how: Any) -> Console:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    return Console(**{"color": True, "plain": False, **how})


def test_lines_of_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = " 12 ft \r\n\n\u00e9\n\xff".encode() + b"\xff\n" + b"9" * 1_000_000 + b"\nlast"
    screen = console(monkeypatch, data)
    assert [screen.ask("ft> ") for _ in range(3)] == ["12 ft", "", "\u00e9"]
    with pytest.raises(UnicodeDecodeError):
        screen.ask("")
    assert 500 < len(screen.ask("")) < 100_000
    assert screen.ask("") == "last"
    with pytest.raises(EOFError):
        screen.ask("")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("ft> \nft> \n")


def test_nothing_that_is_said_is_obeyed_and_a_pipe_has_no_colours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console(monkeypatch, b"").say("\x1b[31m\u2264", "bold")
    console(monkeypatch, b"", plain=True).say("\u2264")
    assert capsys.readouterr().err == "\\x1b[31m\u2264\n<=\n"
