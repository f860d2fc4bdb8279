"""Which questions are asked after what was said, and the document that the answers make."""

from collections.abc import Iterator
from typing import Any

from apex_cli.interview.question import ITEM, Question
from apex_cli.interview.questions import QUESTIONS
from apex_cli.interview.state import State, words
from apex_cli.pointer import present
from apex_cli.project.edit import Assignment, apply
from apex_cli.project.model import SCHEMA_VERSION
from apex_cli.project.overrides import USED_BY
from apex_cli.project.pieces import spread
from apex_cli.solvers.pricing.choice import enters, entry_unit

ENTRIES = "pricing.inputs"
"""The key of the question that is asked for each row of the book that asks how much."""
ORDER = ("schema_version", "project_id", "name", "status", "packs", "site", "sign", "soil", "loads",
         "footing", "support", "pricing")  # fmt: skip
"""The order of a project's blocks."""


def planned(state: State) -> list[Question]:
    """The questions that are asked, as far as can be told, in their order."""
    found: list[Question] = []
    facts = words(state, _cabinets(state) - 1)
    for question in QUESTIONS:
        if not _holds(question, facts):
            continue
        if question.key == ENTRIES:
            found += _entries(state, question)
        elif f".{ITEM}" not in question.key:
            found.append(_told(question, facts))
        elif question.key == f"another.{ITEM}":
            found += _of_cabinets(state, facts)
    return found


def _of_cabinets(state: State, facts: dict[str, str]) -> Iterator[Question]:
    rows = [one for one in QUESTIONS if f".{ITEM}" in one.key and _holds(one, facts)]
    for item in range(_cabinets(state)):
        about = words(state, item)
        for question in rows:
            key = question.key.replace(f".{ITEM}", f".{item}")
            yield _told(question, about)._replace(key=key)


def _cabinets(state: State) -> int:
    """How many cabinets are asked about: one more than were followed by another."""
    count = 1
    while (said := state.said.get(f"another.{count - 1}")) and said.word == "yes":
        count += 1
    return count


def _entries(state: State, question: Question) -> Iterator[Question]:
    chosen = state.value("pricing.addons") or []
    for row in state.pack("pricing").rows:
        if (row.select != "addon" or row.code in chosen) and enters(row):
            unit = entry_unit(row)
            told = _told(question, {"label": row.label})
            yield told._replace(key=f"{ENTRIES}.{row.code}", unit=unit)


def _holds(question: Question, facts: dict[str, str]) -> bool:
    return all(facts.get(key) in wanted.split() for key, wanted in question.when.items())


class _Facts(dict[str, str]):
    """Facts of which some are not known yet."""

    def __missing__(self, key: str) -> str:
        return "..."


def _told(question: Question, facts: dict[str, str]) -> Question:
    """The question with the facts in its words."""
    known = _Facts(facts)
    names = ("topic", "ask", "default", "optional", "where")
    made = {name: getattr(question, name).format_map(known) for name in names}
    return question._replace(**made)


def document(state: State) -> dict[str, Any]:
    """The project that the answers make, without what is not needed by any of its blocks.

    Raises:
        InvalidInput: The weight of a cabinet cannot be spread over its area.
    """
    changes = [
        Assignment(tuple(path.split(".")), value)
        for question in planned(state)
        if (answer := state.said.get(question.key))
        for path, value in answer.sets.items()
    ]
    made = apply({"schema_version": SCHEMA_VERSION, "project_id": None, "status": "draft"}, changes)
    for element in made.get("sign", {}).get("elements", []):
        element.update(spread(element))
    packs = made.get("packs", {})
    made["packs"] = {
        kind: ref for kind, ref in packs.items()
        if any(present(made, where) for where in USED_BY[kind])
        and (kind != "exposure" or "sign" in made)
    }  # fmt: skip
    if "pricing" in made["packs"]:
        made.setdefault("pricing", {}).setdefault("addons", [])
    return {key: made[key] for key in sorted(made, key=ORDER.index)}
