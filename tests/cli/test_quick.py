"""The plain command lines of calc are read without Typer exactly as Typer reads them."""

import os
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.core import TyperGroup

from apex_cli.cli import app, boundary
from apex_cli.cli.output import Output
from apex_cli.cli.quick import call_of
from apex_cli.errors import UsageError

WORDS = [
    "calc", "footing", "exposure", "all", "pricing", "a.json", "-", "--", "", "nonsense",
    "--format", "--format=json", "--format=JSON", "json", "table", "auto", "-o", "--output",
    "out.json", "-oout.json", "-o=out.json", "--set", "site.kzt=1", "--set=site.kzt=-1", "-1",
    "--pack", "exposure=asce7-16_v1", "--packs-dir", "--packs-dir=x", "--as-of", "2026-11-26",
    "--strict", "--strict=1", "--quiet", "-q", "--no-color", "--explain", "--where",
    "--expl", "-h", "-qh",
]  # fmt: skip


FORMATS = [None, "", "auto", "json", "table", "JSON", "xml", " json"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.sampled_from(FORMATS),
)
@settings(max_examples=600, deadline=None)
def test_as_typer_reads_them(after: list[str], before: list[str], form: str | None) -> None:
    words = ["calc", *before, "footing", "a.json", *after]
    others = {name: text for name, text in os.environ.items() if name != "APEX_FORMAT"}
    told = others if form is None else {**others, "APEX_FORMAT": form}
    with mock.patch.dict(os.environ, told, clear=True):
        call = call_of(words)
        assert call is None or app.read(words) == call


NOTHING: dict[str, Any] = {
    "packs": (),
    "folders": (),
    "settings": (),
    "as_of": None,
    "select": None,
}


@pytest.mark.parametrize(
    ("words", "wish", "given"),
    [
        (["calc", "all", "-"], Output(), {"kind": "all", "project": "-"}),
        (
            ["calc", "--strict", "pricing", "-o", "x", "p", "--as-of=2026-01-02", "--set", "a=b"],
            Output(file=Path("x"), strict=True),
            {"kind": "pricing", "project": "p", "settings": ("a=b",), "as_of": "2026-01-02"},
        ),
        (
            ["calc", "all", "a", "--pack", "footing=v1", "--packs-dir", "d", "--format=json", "-q"],
            Output("json", quiet=True),
            {"kind": "all", "project": "a", "packs": ("footing=v1",), "folders": (Path("d"),)},
        ),
    ],
)
def test_a_plain_call(
    monkeypatch: pytest.MonkeyPatch, words: list[str], wish: Output, given: dict[str, Any]
) -> None:
    monkeypatch.delenv("APEX_FORMAT", raising=False)
    call = call_of(words)
    assert call is not None
    assert (call.wish, call.given) == (wish, NOTHING | given)


@pytest.mark.parametrize(
    "words",
    [
        [], ["calc"], ["calc", "footing"], ["calc", "nothing", "a"], ["calc", "all", "a", "b"],
        ["calc", "all", "a", "--set"], ["calc", "all", "a", "--set", ""], ["batch", "all", "a"],
        ["calc", "all", "a", "--format", "xml"], ["calc", "all", "a", "-o", "-"], ["--help"],
    ],
)  # fmt: skip
def test_everything_else_is_typers(words: list[str]) -> None:
    assert call_of(words) is None


@pytest.mark.parametrize(
    ("form", "words", "wanted"),
    [
        ("table", [], "table"), ("table", ["--format", "json"], "json"), ("", [], "auto"),
        ("xml", ["--format", "json"], "json"),
    ],
)  # fmt: skip
def test_the_format_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, form: str, words: list[str], wanted: str
) -> None:
    monkeypatch.setenv("APEX_FORMAT", form)
    call = call_of(["calc", "all", "a", *words])
    assert call is not None
    assert call.wish.format == wanted


def test_a_wrong_format_of_the_environment_is_typers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APEX_FORMAT", "xml")
    assert call_of(["calc", "all", "a"]) is None
    with pytest.raises(UsageError, match=r"APEX_FORMAT.*xml"):
        app.read(["calc", "all", "a"])


def test_typers_complaints_are_ours() -> None:
    with pytest.raises(UsageError, match="xml"):
        app.read(["calc", "all", "a", "--format", "xml"])


def test_an_interrupt_is_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_words: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(boundary, "call_of", interrupted)
    assert boundary.run(["calc", "all", "a"]) == 130
    assert capsys.readouterr().err == "apex: interrupted\n"


def test_an_interrupt_while_typer_reads_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(boundary, "call_of", lambda _: None)
    monkeypatch.setattr(TyperGroup, "invoke", interrupted)
    assert boundary.run(["calc", "all", "a"]) == 130
    assert capsys.readouterr().err == "apex: interrupted\n"
