"""Every template is a complete project to start from."""

from pathlib import Path

import pytest

from apex_cli.errors import UsageError
from apex_cli.project.reader import validate
from apex_cli.project.templates import TEMPLATES, id_of, template


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_a_valid_draft_of_nobody(name: str) -> None:
    project = validate(template(name))
    assert project.status == "draft"
    assert (project.project_id, project.etag, project.revision, project.lock) == (None,) * 4
    founded = project.sign is None or project.sign.mounting == "ground"
    assert (project.soil is not None) == founded
    assert (project.footing is not None) == founded


def test_an_unknown_template_is_suggested() -> None:
    with pytest.raises(UsageError) as caught:
        template("monumnet")
    assert "monument" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        template("qqq")
    assert "footing-only" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Main Street (Pylon).json", "main-street-pylon"),
        ("x" * 80, "x" * 64),
        ("y" * 63 + "-z", "y" * 63),
        ("標識.json", None),
        ("-", None),
        ("Café 7.json", "caf-7"),
    ],
)
def test_an_id_made_of_a_file_name(name: str, wanted: str | None) -> None:
    made = id_of(Path(name))
    assert made == wanted
    validate({"schema_version": 1, "project_id": made})
