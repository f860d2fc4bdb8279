"""The plain command lines of calc are read without Typer exactly as Typer reads them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apex_cli.cli import app, boundary
from apex_cli.cli.call import Call
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


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """What Typer would have calculated."""
    told: list[Call] = []

    def keep(self: Call) -> int:
        told.append(self)
        return 0

    monkeypatch.setattr(Call, "answer", keep)
    return told


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), max_size=3))
@settings(
    max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_as_typer_reads_them(calls: list[Call], after: list[str], before: list[str]) -> None:
    words = ["calc", *before, "footing", "a.json", *after]
    call = call_of(words)
    calls.clear()
    if call is not None:
        assert app.execute(words) == 0
        assert calls == [call]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["calc", "all", "-"], Call("all", "-", Output())),
        (
            ["calc", "--strict", "pricing", "-o", "x", "p", "--as-of=2026-01-02", "--set", "a=b"],
            Call(
                "pricing", "p", Output(file=Path("x"), strict=True),
                ("a=b",), "2026-01-02",
            ),
        ),
        (
            ["calc", "all", "a", "--pack", "footing=v1", "--packs-dir", "d", "--format=json", "-q"],
            Call("all", "a", Output("json", quiet=True), (), None, ("footing=v1",), (Path("d"),)),
        ),
    ],
)  # fmt: skip
def test_a_plain_call(words: list[str], wanted: Call) -> None:
    assert call_of(words) == wanted


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


def test_the_format_of_the_environment_is_typers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APEX_FORMAT", "table")
    assert call_of(["calc", "all", "a"]) is None


def test_typers_complaints_are_ours() -> None:
    with pytest.raises(UsageError, match="xml"):
        app.execute(["calc", "all", "a", "--format", "xml"])


def test_an_interrupt_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(boundary, "call_of", interrupted)
    assert boundary.run(["calc", "all", "a"]) == 130
