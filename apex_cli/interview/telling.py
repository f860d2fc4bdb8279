"""What is told of a question to who asks for help, and of the answers at the end."""

from collections.abc import Iterator

from apex_cli.interview.plan import planned
from apex_cli.interview.question import Choice, Question
from apex_cli.interview.reading import key_of, unit_of
from apex_cli.interview.state import State, words
from apex_cli.units.table import EXAMPLES, NAMES


def may_be_open(question: Question) -> bool:
    """Whether a project may be without what is asked: then a calculation tells what it misses."""
    held = ("sign.", "loads.", "support.", "pricing.", "site.topography.")
    return question.key == "ground" or (
        key_of(question) is not None and not question.key.startswith(held)
    )


def help_of(question: Question, offered: list[Choice]) -> Iterator[str]:
    """What there is to say of a question."""
    key = key_of(question)
    if key and key.meaning:
        yield key.meaning
    if question.told:
        yield question.told
    if not offered and key and key.values != "text":
        unit = unit_of(question)
        yield f"{key.values}{f' ({unit})' if unit else ''}{_examples(unit)}"
    if offered:
        yield "A number of the list, a word of it, or the beginning of one."
    if question.where:
        yield f"Look it up: {question.where}."
    if question.optional:
        yield f"Enter alone: {question.optional}."
    yield "< or back: the question before. skip: leave it open. quit: leave, writing nothing."


def _examples(unit: str) -> str:
    known = NAMES.get(unit.lower().replace("²", "2").replace("°", "deg"))
    return f", or with a unit: {', '.join(EXAMPLES[known.dimension])}" if known else ""


def summary(state: State) -> dict[str, list[str]]:
    """What was said, by the topics of the questions."""
    topics: dict[str, list[str]] = {}
    facts = words(state)
    for question in planned(state):
        word = state.said[question.key].word
        if question.key == "code":
            word = f"{facts['code']}, wind by {facts['wind']}"
        if word and not question.key.startswith("another"):
            unit = unit_of(question) if word[-1].isdigit() else ""
            known = " ".join(filter(None, [question.label, word, unit]))
            topics.setdefault(question.topic, []).append(known)
    return topics
