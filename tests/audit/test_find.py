"""Which files `apex check` looks at."""

import json
import os
from pathlib import Path

import pytest

from apex_cli.audit.find import files_of
from apex_cli.errors import FileProblem


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/two.json", "a/one.json", "a/.hidden/x.json", "node_modules/y.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('{"schema_version": 1}', "utf-8")
    (tmp_path / "a" / "package.json").write_text('{"name": "x"}', "utf-8")
    schema = {"properties": {"schema_version": {"const": 1}}}
    (tmp_path / "a" / "project.schema.json").write_text(json.dumps(schema), "utf-8")
    (tmp_path / "a" / "list.json").write_text('["schema_version"]', "utf-8")
    return tmp_path


def names(tree: Path, *paths: str) -> list[str]:
    return [os.path.relpath(file, tree) for file in files_of([str(tree / path) for path in paths])]


def test_a_folder_gives_its_projects_in_order(tree: Path) -> None:
    assert names(tree, "") == ["a/one.json", "b/two.json"]


def test_each_file_once(tree: Path) -> None:
    (tree / "link.json").symlink_to(tree / "a" / "one.json")
    assert names(tree, "a/one.json", "", "link.json") == ["a/one.json", "b/two.json"]


def test_globs(tree: Path) -> None:
    assert names(tree, "*/one.json") == ["a/one.json"]
    assert names(tree, "**/two.json") == ["b/two.json"]
    assert names(tree, "[b]") == ["b/two.json"]


def test_what_is_named_is_taken_at_its_word(tree: Path) -> None:
    assert names(tree, "a/package.json") == ["a/package.json"]
    assert list(files_of(["-"])) == ["-"]


def test_what_may_be_a_damaged_project_counts(tree: Path) -> None:
    (tree / "b" / "broken.json").write_bytes(b'{"schema_version": 1,')
    (tree / "b" / "latin.json").write_bytes(b'{"schema_version": 1, "name": "\xe9"}')
    (tree / "b" / "gone.json").symlink_to(tree / "nothing")
    assert names(tree, "b") == ["b/broken.json", "b/gone.json", "b/latin.json", "b/two.json"]


def test_nothing(tree: Path) -> None:
    with pytest.raises(FileProblem, match="no such file, folder or pattern"):
        names(tree, "c")
