"""From what was typed to an answer, or to what is wrong with it in words."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from apex_cli.audit.keys import ITEM, Key, keys
from apex_cli.errors import ApexError, Fault, InvalidInput, suggestion
from apex_cli.interview.lists import LISTED, LISTS, sections
from apex_cli.interview.plan import document
from apex_cli.interview.question import Answer, Choice, Question
from apex_cli.interview.state import State
from apex_cli.pointer import pointer
from apex_cli.project.reader import validate
from apex_cli.project.text import parse_value

LONGEST = 500
"""No answer has more letters; a text of a project may not be longer."""

_TELLING = 3
"""So many letters are looked for in what is told of choices."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_ITEM = re.compile(r"\.[0-9]+(?=\.)")


class Again(Exception):
    """What was typed is no answer.

    Args:
        why: What is wrong with it.
        offered: What may be chosen now, if that is something else than before.
    """

    def __init__(self, why: str, offered: Sequence[Choice] | None = None) -> None:
        self.why, self.offered = why, offered
        super().__init__(why)


@cache
def _keys() -> dict[str, Key]:
    return {key.path: key for key in keys()}


def key_of(question: Question) -> Key | None:
    """The key of a project that a question is about, if it is one."""
    return _keys().get(_ITEM.sub(f".{ITEM}", question.key))


def unit_of(question: Question) -> str:
    """The unit of the answer, if it has one."""
    key = key_of(question)
    return question.unit or (key.unit if key else "")


def read(text: str, question: Question, offered: Sequence[Choice], state: State) -> Answer:
    """The answer in what was typed.

    Args:
        text: One line, without blanks around it.
        question: What was asked.
        offered: What may be chosen, if anything.
        state: What was said before.

    Raises:
        Again: It is none.
    """
    if len(text) > LONGEST:
        raise Again(f"that is longer than {LONGEST} letters")
    if not text.isprintable():
        raise Again("that holds characters that cannot be printed")
    if question.many:
        answer = _several(text, question, offered)
    elif question.choices:
        answer = _chosen(text, question, offered, state)
    else:
        answer = Answer(text, {question.key: _value(text, question)})
    _hold(answer, question, state)
    return answer


def _value(text: str, question: Question) -> Any:
    """A number where one is typed; else the text, which may be a quantity."""
    key = key_of(question)
    if (key is None or key.values != "text") and _NUMBER.fullmatch(text):
        try:
            return parse_value(_spelled(text))
        except InvalidInput as error:
            raise Again(error.detail) from error
    return text


def _spelled(text: str) -> str:
    """A number as JSON spells it: digits on both sides of the point."""
    text = text.removeprefix("+")
    return re.sub(r"\.(?![0-9])", ".0", re.sub(r"^(-?)\.", r"\g<1>0.", text))


def _several(text: str, question: Question, offered: Sequence[Choice]) -> Answer:
    if text.lower() == "none":
        return Answer("none", {question.key: []})
    found = [_one(word, offered).word for word in re.split(r"[\s,;]+", text) if word]
    return Answer(", ".join(found), {question.key: list(dict.fromkeys(found))})


def _chosen(text: str, question: Question, offered: Sequence[Choice], state: State) -> Answer:
    choice = (
        _section(text, offered, state) if question.choices == "sections" else _one(text, offered)
    )
    sets = {question.key: choice.word} if choice.sets is None else choice.sets
    return Answer(choice.word, sets)


def _one(text: str, offered: Sequence[Choice]) -> Choice:
    """The choice of this word, number or beginning."""
    low = text.lower()
    for choice in offered:
        if choice.word.lower() == low:
            return choice
    if low.isdecimal() and low.isascii() and 1 <= int(low[:9]) <= len(offered):
        return offered[int(low) - 1]
    begun = [choice for choice in offered if choice.word.lower().startswith(low)]
    told = [choice for choice in offered if low in choice.told.lower()]
    held = begun or (told if len(low) >= _TELLING else [])
    if len(held) == 1:
        return held[0]
    if held:
        raise Again(f"that may be {' or '.join(choice.word for choice in held)}")
    near = suggestion(low, [choice.word for choice in offered])
    raise Again(f"that is none of the list{f'; {near}' if near else ''}")


def _section(text: str, offered: Sequence[Choice], state: State) -> Choice:
    """The section of this name, or number in the list; else the list of those that it finds."""
    listed = len(offered) > 1 and text.isdecimal() and text.isascii()
    if listed or text.lower() in {choice.word.lower() for choice in offered}:
        return _one(text, offered)
    found = sections(state, text)
    if not found:
        near = state.pack("sections").suggestion(text)
        raise Again(f"there is no section with that in its name{f'; {near}' if near else ''}")
    if len(found) == 1:
        return found[0]
    if len(found) > LISTED:
        raise Again(f"{len(found)} sections have that in their name: say more of it")
    listed_now = [*found, *LISTS["sections"](state)]
    raise Again(f"{len(found)} sections have that in their name", listed_now)


def _hold(answer: Answer, question: Question, state: State) -> None:
    """Hold an answer against the reader of projects, which knows the rest as far as it was told."""
    said = state._replace(said={**state.said, question.key: answer})
    try:
        validate(document(said))
    except InvalidInput as error:
        places = [pointer(path.split(".")) for path in answer.sets]
        for fault in error.faults:
            if _is_at(fault.pointer, places) or fault.pointer == "/weight_psf":
                raise Again(_words(fault)) from error
    except ApexError as error:
        raise Again(error.detail) from error


def _is_at(where: str, places: Sequence[str]) -> bool:
    return any(where == place or where.startswith(f"{place}/") for place in places)


def _words(fault: Fault) -> str:
    return f"{fault.detail}{f'; {fault.hint}' if fault.hint else ''}"
