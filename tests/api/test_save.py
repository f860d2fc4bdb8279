"""Project files written from Python: onto what was loaded and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli import load_project, save_project
from apex_cli.errors import Conflict, EtagMismatch, InvalidInput, UsageError

DOCUMENT = {"schema_version": 1, "project_id": "pylon", "name": "Pylon"}


def test_new_then_changed_then_lost_race(tmp_path: Path) -> None:
    path = tmp_path / "pylon.json"
    first = save_project(path, DOCUMENT)
    assert (first.state, first.document["revision"]) == ("sealed", 1)
    with pytest.raises(Conflict) as exists:
        save_project(path, DOCUMENT)
    assert exists.value.problem_code == "project.exists"
    second = save_project(path, {**first.document, "name": "Other"}, etag=first.etag)
    assert (second.document["name"], second.document["revision"]) == ("Other", 2)
    assert load_project(path).etag == second.etag
    with pytest.raises(EtagMismatch) as lost:
        save_project(path, {**first.document, "name": "Mine"}, etag=first.etag)
    assert (lost.value.status, lost.value.extra["current"]) == (412, second.etag)
    assert load_project(path).etag == second.etag, "nothing was written"
    assert save_project(path, second, etag=second.etag) == second, "the same again writes nothing"
    third = save_project(path, DOCUMENT, etag="*")
    assert (third.document["name"], third.document["revision"]) == ("Pylon", 3)


def test_what_is_not_set_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "pylon.json"
    made = save_project(path, DOCUMENT)
    wrongs: list[dict[str, Any]] = [
        {"status": "accepted"},
        {"lock": {"packs": {}, "results": {}}},
    ]
    for wrong in wrongs:
        with pytest.raises(UsageError, match="not set by hand"):
            save_project(path, {**made.document, **wrong}, etag=made.etag)
    with pytest.raises(InvalidInput):
        save_project(path, {**made.document, "soil": {"class": 9}}, etag=made.etag)
    path.write_text(json.dumps({**made.document, "name": "By hand"}), "utf-8")
    with pytest.raises(Conflict) as edited:
        save_project(path, made, etag=load_project(path).etag)
    assert edited.value.problem_code == "project.edited"


def test_yaml_keeps_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "pylon.yaml"
    made = save_project(path, DOCUMENT)
    path.write_text("# of the north\n" + path.read_text("utf-8"), "utf-8")
    done = save_project(path, {**made.document, "customer": "ACME"}, etag=made.etag)
    assert done.document["customer"] == "ACME"
    assert path.read_text("utf-8").startswith("# of the north\n")
