"""Standard output that nobody reads any more: one rule."""

import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from apex_cli.unread import Reader


def gone() -> NoReturn:
    raise BrokenPipeError


def ended_by_typer() -> None:
    try:
        gone()
    except BrokenPipeError:
        sys.exit(1)


def ended() -> None:
    sys.exit(3)


def full() -> None:
    raise OSError


@pytest.mark.parametrize(
    ("happens", "passes"), [(gone, None), (ended_by_typer, None), (ended, SystemExit),
                            (full, OSError)],
)  # fmt: skip
def test_only_a_reader_who_left_is_passed_over(
    happens: Callable[[], None],
    passes: type[BaseException] | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody hears what is written then, even where standard output is no file."""
    found: type[BaseException] | None = None
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    try:
        with Reader() as reader:
            happens()
    except (SystemExit, OSError) as error:
        found = type(error)
    sys.stdout.write("more")
    assert found is passes
    assert reader.left == (passes is None)
    assert capsys.readouterr().out == ("more" if passes else "")
