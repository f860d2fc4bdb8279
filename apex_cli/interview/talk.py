"""The talk: one question after the other, a way back, and a summary before anything is written."""

from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import Any, Protocol

from apex_cli.interview.lists import LISTS
from apex_cli.interview.plan import document, planned
from apex_cli.interview.question import Answer, Choice, Question
from apex_cli.interview.reading import Again, read, unit_of
from apex_cli.interview.state import State
from apex_cli.interview.telling import help_of, may_be_open, summary

BACK = ("<", "back")
HELP = ("?", "help")
QUIT = ("quit",)
SKIP = ("skip",)
YES = ("", "y", "yes")
_WIDTH = 78
_HELD = "\N{NO-BREAK SPACE}"
"""Where a line is not broken."""
_HINT = "? helps, < goes one question back, quit leaves. Nothing is written till the end."

Judge = Callable[[dict[str, Any]], list[str]]
"""What is told of a project before it is written: the verdict, or what is missing."""


class Screen(Protocol):
    """Where questions are asked."""

    def say(self, text: str = "", style: str = "") -> None:
        """Write lines."""

    def ask(self, prompt: str, words: Any = ()) -> str:
        """One line that is typed after a prompt."""


class Quit(Exception):
    """Whoever answers wants no project."""


class _Back(Exception):
    """To the question before."""


def interview(state: State, screen: Screen, path: str, judge: Judge) -> dict[str, Any]:
    """The project that the answers make.

    Args:
        state: What is known before the first question.
        screen: Where the questions are asked.
        path: The file that will be made, for the last question.
        judge: What is told at the end.

    Raises:
        Quit: There shall be none.
        EOFError: The answers end before the last question.
    """
    screen.say(_HINT, "dim")
    before: dict[str, str] = {}
    while True:
        plan = planned(state)
        at = next((n for n, one in enumerate(plan) if one.key not in state.said), len(plan))
        try:
            if at == len(plan):
                made = document(state)
                _confirm(state, screen, path, judge(made))
                return made
            if at == 0 or plan[at].topic != plan[at - 1].topic:
                screen.say(f"\n{plan[at].topic}", "bold")
            number = f"({at + 1}/{len(plan)}) " if at else "(1) "
            answer, typed = _Asking(plan[at], state, screen, before).answered(number)
            before[plan[at].key] = typed
            state = state._replace(said={**state.said, plan[at].key: answer})
        except _Back:
            if not state.said:
                screen.say("This is the first question.", "red")
                continue
            said = dict(state.said)
            said.popitem()
            state = state._replace(said=said)


class _Asking:
    """A question while it is asked."""

    def __init__(
        self, question: Question, state: State, screen: Screen, before: Mapping[str, str]
    ) -> None:
        self._question, self._state, self._screen = question, state, screen
        self._offered = LISTS[question.choices](state) if question.choices else []
        self._default = before.get(question.key) or self._preferred() or question.default

    def _preferred(self) -> str:
        """What the packs of the user's defaults choose, if anything."""
        own = {f"packs.{kind}": ref for kind, ref in self._state.preferred.items()}
        for one in self._offered:
            if one.sets and own.items() & one.sets.items():
                return one.word
        return ""

    def answered(self, number: str) -> tuple[Answer, str]:
        """The first thing typed that is an answer, and as it was typed.

        Raises:
            _Back: The question before is wanted.
            Quit: No project is wanted.
            EOFError: There are no more lines.
        """
        self._lines(f"{number}{self._question.ask}")
        if self._question.where and not self._question.choices:
            self._lines(f"look it up: {self._question.where}", "dim", "  ")
        self._list(self._offered)
        while True:
            try:
                typed = self._typed()
                return self._answer(typed), typed
            except UnicodeDecodeError:
                self._lines("that is not UTF-8", "red", "  ")
            except Again as again:
                self._lines(again.why, "" if again.offered else "red", "  ")
                if again.offered is not None:
                    self._offered = [*again.offered]
                    self._list(self._offered)

    def _typed(self) -> str:
        """What was typed, unless it is help."""
        while True:
            text = self._screen.ask(self._prompt(), [one.word for one in self._offered])
            low = text.lower()
            if low in HELP:
                for line in help_of(self._question, self._offered):
                    self._lines(line, "", "  ")
                continue
            if low in QUIT:
                raise Quit
            if low in BACK:
                raise _Back
            return text

    def _answer(self, text: str) -> Answer:
        if text.lower() in SKIP or not (text or self._default):
            return self._skipped(text)
        return read(text or self._default, self._question, self._offered, self._state)

    def _skipped(self, text: str) -> Answer:
        """Nothing, where that may be."""
        if self._question.optional:
            return Answer("", {})
        if not text:
            raise Again("an answer is needed; ? helps")
        if not may_be_open(self._question):
            raise Again("this cannot be left open; quit leaves without writing")
        return Answer("", {})

    def _prompt(self) -> str:
        unit = unit_of(self._question)
        if self._offered and self._is_plain():
            unit = "/".join(one.word for one in self._offered)
        elif self._offered:
            unit = f"1-{len(self._offered)}" if len(self._offered) > 1 else ""
        default = self._default
        if not default and self._question.optional:
            default = f"Enter: {self._question.optional}"
        return f"  {' '.join(filter(None, [unit, f'[{default}]' if default else '']))}> "

    def _list(self, offered: list[Choice]) -> None:
        if len(offered) < 2 or self._is_plain():  # noqa: PLR2004 - nothing to choose between
            return
        wide = max(len(one.word) for one in offered)
        for number, one in enumerate(offered, 1):
            begin = f"  {number:>2}  {one.word:<{wide}}  "
            if one.word == str(number):
                begin = f"  {number:>2}  "
            self._lines(one.told, "", begin)

    def _is_plain(self) -> bool:
        """Whether the words say all, as yes and no do."""
        return not any(one.told for one in self._offered)

    def _lines(self, text: str, style: str = "", begin: str = "") -> None:
        width = _WIDTH - len(begin)
        first, *rest = wrap(text, width, break_long_words=True) or [""]
        self._screen.say(f"{begin}{first}".rstrip(), style)
        for line in rest:
            self._screen.say(f"{' ' * len(begin)}{line}", style)


def _confirm(state: State, screen: Screen, path: str, judged: list[str]) -> None:
    """Show what was said and what comes of it, and ask whether to write it."""
    screen.say("\nSummary", "bold")
    topics = summary(state)
    wide = max(len(topic) for topic in topics)
    for topic, told in topics.items():
        begin = f"  {topic:<{wide}}  "
        whole = [word.replace(" ", _HELD) for word in told]
        for line in wrap(", ".join(whole), _WIDTH - len(begin)):
            screen.say(f"{begin}{line.replace(_HELD, ' ')}")
            begin = " " * len(begin)
    screen.say("\nFirst calculation", "bold")
    for line in judged:
        for part in wrap(line, _WIDTH - 2, subsequent_indent="  "):
            screen.say(f"  {part}")
    screen.say()
    while (word := screen.ask(f"Write {path}? [yes]> ", ["yes", "no"]).lower()) not in YES:
        if word in BACK:
            raise _Back
        if word in {"n", "no", *QUIT}:
            raise Quit
        screen.say("  yes writes it, no leaves, < goes back to the last question", "red")
