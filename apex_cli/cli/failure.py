"""An error as the caller would have had the answer: an envelope, a line, or text on stderr."""

import os
from collections.abc import Sequence
from typing import Any, get_args

from apex_cli.cli.options import OPTIONS
from apex_cli.cli.output import Output, answer, say
from apex_cli.envelope.build import build
from apex_cli.errors import ApexError, FileProblem


def failure(error: ApexError, wish: Output, kind: str) -> int:
    """Write an error as the caller would have had the answer, and return its exit code.

    Args:
        error: What went wrong.
        wish: How the answer was wanted; an error has no form but JSON, a line, and text.
        kind: What was asked.
    """
    text = problem_text(error)
    if wish.as_table:
        say(text)
        return error.exit_code
    from apex_cli.run.margin import meta

    first, _, rest = text.partition("\n")
    wish = Output("json", brief=wish.brief, quiet=wish.quiet)
    try:
        answer(build(kind, error=error, meta=meta()), wish)
        if wish.brief and rest:
            say(rest, wish)
        elif not wish.brief and not wish.to_screen:
            say(first, wish)
    except FileProblem as unwritable:
        say(problem_text(unwritable))
        return unwritable.exit_code
    return error.exit_code


def problem_text(error: ApexError) -> str:
    """The error in words: what, where, why, how to mend it."""
    lines = [f"apex: {error.title}: {error.detail} [{error.problem_code}]"]
    if len(error.faults) > 1:
        for fault in error.faults:
            hint = f" ({fault.hint})" if fault.hint else ""
            lines.append(f"  {fault.pointer or '/'}: {fault.detail}{hint}")
    lines += [f"  {name}: {_said(value)}" for name, value in error.extra.items()]
    if error.hint:
        lines.append(f"  hint: {error.hint}")
    return "\n".join(lines)


def _said(value: Any) -> Any:
    """A member of a problem in words; of one that has parts, its reason."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value["reason"] if isinstance(value, dict) else value


def wish_in(words: Sequence[str]) -> Output:
    """How the answer to a command line is wanted that could not be read, as far as it says."""
    said = None
    for word, following in zip(words, [*words[1:], ""], strict=False):
        name, equals, text = word.partition("=")
        if name in OPTIONS["format"].names:
            said = text if equals else following
    brief, quiet = (any(name in words for name in OPTIONS[one].names) for one in ("brief", "quiet"))
    return Output(asked(said), brief=brief, quiet=quiet)


def asked(said: str | None) -> str:
    """The format of an error, where this one was asked for, or none: one that errors have."""
    option = OPTIONS["format"]
    form = os.environ.get(str(option.env), "") if said is None else said
    return form if form in get_args(option.type) else "auto"


def kind_of(words: Sequence[str]) -> str:
    """What was asked, as an envelope's `kind`: ``apex calc footing`` asks for ``footing``."""
    plain = [word for word in words if not word.startswith("-")]
    if plain[:1] == ["calc"] and plain[1:2] and plain[1] in get_args(OPTIONS["kind"].type):
        return plain[1]
    return plain[0] if plain and plain[0].isidentifier() else "apex"
