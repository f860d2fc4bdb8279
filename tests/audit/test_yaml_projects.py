"""YAML projects wherever a project is taken: folders, checks, differences, packages, streams."""

import io
from pathlib import Path
from typing import Any

import pytest

from apex_cli import api, files
from apex_cli.audit.check import check
from apex_cli.audit.difference import difference
from apex_cli.audit.find import files_of
from apex_cli.audit.locked import locked
from apex_cli.batch import sources
from apex_cli.batch.calculator import Calculator, Job
from apex_cli.cli import project as command
from apex_cli.cli.output import Output
from apex_cli.errors import Conflict, InvalidInput
from apex_cli.package.sources import files_of as package_files
from apex_cli.package.sources import source
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.project import store

EXAMPLES = Path(__file__).parents[2] / "examples"
YAML = EXAMPLES / "pole-sign-notes.yaml"
JSON = EXAMPLES / "pole-sign.json"


@pytest.fixture
def catalogue() -> Catalogue:
    """The bundled packs."""
    return Catalogue()


def test_the_example_is_the_one_in_json() -> None:
    ours, theirs = store.load(YAML), store.load(JSON)
    assert (ours.etag, ours.state) == (theirs.etag, "sealed")
    answer = api.calculate("exposure", YAML)
    assert answer["content_sha256"] == api.calculate("exposure", JSON)["content_sha256"]


def test_a_folder_gives_those_that_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(YAML.read_bytes())
    (tmp_path / "b.yml").write_text("# damaged\nproject_id: b\nname: [\n")
    (tmp_path / "c.yaml").write_text('{name: x, "schema_version": 1}\n')
    (tmp_path / "ci.yaml").write_text("jobs:\n  schema_version: &a 1\n  b: *a\n")
    (tmp_path / "pnpm-lock.yaml").write_text("lockfileVersion: '9.0'\n# schema_version: 1\n")
    (tmp_path / "schema.yaml").write_text("properties: {schema_version: {const: 1}}\n")
    (tmp_path / "empty.yml").write_text("")
    (tmp_path / "pricing_v1.yaml").write_bytes((bundled_dir() / "pricing_v1.yaml").read_bytes())
    assert [Path(path).name for path in files_of([str(tmp_path)])] == ["a.yaml", "b.yml", "c.yaml"]
    assert [Path(path).name for path in files_of([str(tmp_path / "ci.*")])] == ["ci.yaml"]


def test_checked_and_locked(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "pylon.yaml"
    path.write_bytes(YAML.read_bytes())
    assert check(str(path), catalogue).passed
    remarks = [line for line in YAML.read_text("utf-8").splitlines() if "#" in line]
    assert locked(str(path), catalogue, "2026-11-23")["changed"]
    assert [line for line in path.read_text("utf-8").splitlines() if "#" in line] == remarks
    assert check(str(path), catalogue).passed
    path.write_text(path.read_text("utf-8").replace("height_ft: 6", "height_ft: 6.5"), "utf-8")
    assert "project.edited" in {found.code for found in check(str(path), catalogue).findings}


def test_differences_tell_projects_from_packs(catalogue: Catalogue) -> None:
    told = difference(str(YAML), str(JSON), catalogue)
    assert (told["what"], told["same"]) == ("a project", True)
    pack = str(bundled_dir() / "pricing_v1.yaml")
    assert difference(pack, pack, catalogue)["what"] == "a pack"
    with pytest.raises(InvalidInput, match="only like can be compared"):
        difference(str(YAML), pack, catalogue)


def test_a_package_has_the_file_itself(catalogue: Catalogue, tmp_path: Path) -> None:
    opened: list[Any] = []
    found = source(str(YAML), catalogue, (), (), opened.append)
    assert found.data == YAML.read_bytes() == opened[0].data
    assert package_files(str(YAML), found, catalogue)[0] == (str(YAML), YAML.read_bytes())
    table = tmp_path / "signs.csv"
    table.write_text("name\nx\n")
    with pytest.raises(InvalidInput, match="this is a table"):
        source(str(table), catalogue, (), (), opened.append)


def test_a_stream_takes_files_and_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = YAML.read_bytes()
    for name in (str(YAML), "-"):
        monkeypatch.setattr(files, "standard_input", lambda: io.BufferedReader(io.BytesIO(data)))
        (item,) = sources.items([name], None, "auto")
        done = Calculator(Job("exposure"))((item,))
        assert (item.data, item.line, done.codes) == (data, None, [0])


def test_a_line_of_a_stream_is_json(tmp_path: Path) -> None:
    path = tmp_path / "signs.jsonl"
    path.write_text("schema_version: 1\n")
    (item,) = sources.items([str(path)], None, "auto")
    assert Calculator(Job("exposure"))((item,)).codes == [3]


def test_shown_as_yaml_it_is_the_same_project_sealed(tmp_path: Path) -> None:
    path = tmp_path / "pylon.yaml"
    assert command.show(Output("yaml", path), project=str(JSON)) == 0
    assert (found := store.load(path)).etag == store.load(JSON).etag
    assert found.state == "sealed"
    with pytest.raises(Conflict) as caught:
        files.write(path, b"{}")
    assert caught.value.problem_code == "file.is_project"
