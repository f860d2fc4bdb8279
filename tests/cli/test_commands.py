"""The tables of commands: what a row says, its function takes."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest

from apex_cli.cli import app
from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option
from apex_cli.cli.output import Output
from apex_cli.render import forms


def commands() -> Iterator[tuple[str, Command]]:
    for name, module in app.COMMANDS.items():
        row = import_module(f"apex_cli.cli.{module}").COMMANDS[name]
        if isinstance(row, Command):
            yield name, row
        else:
            yield from ((f"{name} {one}", command) for one, command in row.items())


def type_of(option: Option) -> Any:
    kind: Any = option.type
    if option.many:
        return tuple[kind, ...]
    return kind | None if option.default is None else kind


@pytest.mark.parametrize("command", [pytest.param(row, id=name) for name, row in commands()])
def test_a_command_takes_what_its_row_says(command: Command) -> None:
    wish, *parameters = inspect.signature(command.work).parameters.values()
    hints = get_type_hints(command.work)
    own = {name: one for name, one in command.options.items() if name not in Output._fields}
    assert (wish.name, hints["wish"], hints["return"]) == ("wish", Output, int)
    assert {one.name: hints[one.name] for one in parameters} == {
        name: type_of(option) for name, option in own.items()
    }
    assert all(one.default is inspect.Parameter.empty for one in parameters)
    assert set(command.own or ()) <= set(command.options)


def test_what_one_command_alone_is_told_is_its_own() -> None:
    told = [name for _, row in commands() for name in row.options if name not in (row.own or ())]
    assert {name for name in OPTIONS if told.count(name) == 1} == {
        "as_of",
        "select",
    }  # calc has none
    assert set(told) == set(OPTIONS)


@pytest.mark.parametrize("name", ["bom", "check", "sweep"])
def test_a_command_offers_the_forms_that_its_result_has(name: str) -> None:
    offered = get_args(dict(commands())[name].options["format"].type)
    assert set(offered) == {"auto", "json", *forms.RESULTS[name]} - {"brief"}


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (["show", "a"], None),
        (["show", "a", "--format", "table"], "table"),
        (["check", "a", "--format=auto"], "auto"),
        (["check", "a"], None),
        (["sweep", "all", "a", "--vary", "b=1"], "json"),
        (["doctor", "--format", "table"], "table"),
    ],
)
def test_the_format_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, words: list[str], form: str | None
) -> None:
    """What the environment says is a command's only if it says so; a default is nobody's."""
    monkeypatch.setenv("APEX_FORMAT", "json")
    call = app.read(words)
    assert not isinstance(call, int)
    assert call.format == form
