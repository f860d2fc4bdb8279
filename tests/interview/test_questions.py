"""The table of questions holds together: keys, conditions, lists, and words."""

import re

from apex_cli.audit.keys import keys
from apex_cli.interview.lists import FIXED, LISTS
from apex_cli.interview.plan import ORDER
from apex_cli.interview.questions import QUESTIONS
from apex_cli.interview.state import start, words
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.templates import TEMPLATES

KEYS = {key.path: key for key in keys()}
OWN = {"kind", "code", "topography", "another.N", "steel", "ground", "foundation", "book"}
"""Questions that set other fields, or none."""
FACTS = {"elevation", "section", "priced", "regions"}
"""Conditions that follow from answers."""


def test_a_question_is_about_a_field_or_sets_some() -> None:
    assert {one.key for one in QUESTIONS} - KEYS.keys() == OWN


def test_every_condition_can_hold() -> None:
    for question in QUESTIONS:
        for key, wanted in question.when.items():
            asked = [one for one in QUESTIONS if one.key == key]
            assert asked or key in FACTS, question.key
            known = {choice.word for one in asked for choice in FIXED.get(one.choices, ())}
            assert not known or set(wanted.split()) <= known, question.key


def test_every_list_is_used_and_every_word_of_it_fits_its_field() -> None:
    assert {one.choices for one in QUESTIONS} - {""} == LISTS.keys()
    for question in QUESTIONS:
        for choice in FIXED.get(question.choices, ()):
            if choice.sets is None:
                assert choice.word in KEYS[question.key].choices, question.key
            else:
                assert choice.sets.keys() <= KEYS.keys()


def test_no_engineering_value_has_a_default() -> None:
    defaults = {one.key: one.default for one in QUESTIONS if one.default}
    assert defaults == {
        "name": "{file}", "sign.elements.N.name": "cabinet {n}", "another.N": "no",
        "pricing.quantity": "1",
    }  # fmt: skip


def test_what_is_never_guessed_says_where_it_is_looked_up() -> None:
    told = {one.key: one.where for one in QUESTIONS}
    assert "ascehazardtool.org" in told["site.wind_speed_mph"]
    assert "{wind}" in told["site.wind_speed_mph"]
    assert "{risk}" in told["site.wind_speed_mph"]
    assert "USGS" in told["site.ground_elevation_ft"]
    assert "building department" in told["site.frost_depth_in"]


def test_every_word_in_braces_is_a_fact() -> None:
    known = words(start(Catalogue(), "pylon", {}, {})).keys() | {"code", "wind", "label"}
    for question in QUESTIONS:
        for text in (question.topic, question.ask, question.default, question.optional,
                     question.where):  # fmt: skip
            assert set(re.findall(r"{(\w+)}", text)) <= known, question.key


def test_the_kinds_are_the_templates_of_american_signs() -> None:
    assert {choice.word for choice in FIXED["kinds"]} == TEMPLATES.keys() - {"eurocode"}


def test_every_block_that_is_asked_for_has_its_place() -> None:
    blocks = {one.key.partition(".")[0] for one in QUESTIONS if one.key in KEYS}
    assert blocks <= set(ORDER)
