"""A question, a choice that answers it, and an answer."""

from collections.abc import Mapping
from typing import Any, NamedTuple

ITEM = "N"
"""In a key: the number of the cabinet, from 0."""

NOTHING: Mapping[str, Any] = {}


class Question(NamedTuple):
    """A row of the table of questions.

    Args:
        key: The path of the field that it asks for, or a word of its own where the answer sets
            other fields.
        topic: The heading that it stands under.
        ask: What is asked. Words in braces are facts of what was said before.
        when: When it is asked: the words, apart by blanks, that earlier answers must be.
        choices: A word of `lists.LISTS`: what may be chosen; nothing: a value of the field.
        many: Whether several may be chosen.
        default: What is meant by nothing; never an engineering value.
        optional: What follows when nothing is said; empty: an answer is needed.
        where: Where it is looked up officially.
        told: More for who asks for help.
        unit: The unit of its value, where the field's key does not say it.
        label: What stands before the answer in the summary.
    """

    key: str
    topic: str
    ask: str
    when: Mapping[str, str] = NOTHING
    choices: str = ""
    many: bool = False
    default: str = ""
    optional: str = ""
    where: str = ""
    told: str = ""
    unit: str = ""
    label: str = ""


class Choice(NamedTuple):
    """What may be chosen.

    Args:
        word: What it is called.
        told: What it is.
        sets: The fields that it sets, by their paths; None where it is the value of the field.
    """

    word: str
    told: str = ""
    sets: Mapping[str, Any] | None = None


class Answer(NamedTuple):
    """What was said to a question.

    Args:
        word: What was chosen, or the text.
        sets: The fields that it sets, by their paths.
    """

    word: str
    sets: Mapping[str, Any]
