"""apex project as a user meets it: new, read, change, stale, retry, by hand, sealed, submitted."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jq
import pytest

from apex_cli.project.templates import TEMPLATES, template

Apex = Callable[..., CompletedProcess[bytes]]
Told = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def project(apex: Apex) -> Told:
    """Run apex project; its exit code, and its result or its problem."""

    def run(*args: str | os.PathLike[str], **more: Any) -> tuple[int, dict[str, Any]]:
        done = apex("project", *args, **more)
        envelope = json.loads(done.stdout)
        assert envelope["kind"] == "project"
        assert b"Traceback" not in done.stderr
        return done.returncode, envelope["error"] or envelope["result"]

    return run


@pytest.fixture
def file(project: Told, tmp_path: Path) -> Path:
    path = tmp_path / "Main Street.json"
    assert project("new", path, "--set", "site.wind_speed_mph=120")[0] == 0
    return path


def by_hand(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_new_read_change_stale_retry(apex: Apex, project: Told, file: Path) -> None:
    bare = apex("project", "etag", file, "--format", "table")
    etag = bare.stdout.decode().strip()
    assert (bare.returncode, bare.stdout, bare.stderr) == (0, f"{etag}\n".encode(), b"")
    assert project("etag", file)[1]["etag"] == etag

    code, told = project("set", file, "footing.width_ft=3.5", "--if-match", etag)
    assert (code, told["changed"], told["revision"], told["state"]) == (0, True, 2, "sealed")
    assert told["etag"] != etag
    data = file.read_bytes()

    code, problem = project("set", file, "footing.width_ft=4", "--if-match", etag)
    assert (code, problem["status"], problem["code"]) == (5, 412, "project.etag_mismatch")
    assert (problem["expected"], problem["current"]) == (etag, told["etag"])
    assert file.read_bytes() == data

    for number, (tag, wanted) in enumerate(
        [(f'W/"{told["etag"]}"', 5), ("", 5), ("*", 0), ('"{etag}"', 0)]
    ):
        now = project("etag", file)[1]["etag"]
        width = f"footing.width_ft={4 + number}"
        assert project("set", file, width, "--if-match", tag.format(etag=now))[0] == wanted


SORTED = """
def sorted_keys: if type == "object" then to_entries | sort_by(.key) | map(.value |= sorted_keys)
    | from_entries elif type == "array" then map(sorted_keys) else . end;
del(.etag) | sorted_keys | tojson
"""


def test_anyone_can_compute_the_etag(project: Told, file: Path) -> None:
    canonical = jq.compile(SORTED).input_text(file.read_text("utf-8")).first()
    etag = hashlib.sha256(canonical.encode()).hexdigest()
    assert json.loads(file.read_bytes())["etag"] == etag
    assert project("etag", file)[1]["etag"] == etag


def test_what_a_file_is(apex: Apex, project: Told, file: Path) -> None:
    _, told = project("show", file)
    assert told["path"] == str(file)
    assert (told["project_id"], told["status"]) == ("main-street", "draft")
    envelope = json.loads(apex("project", "show", file).stdout)
    assert envelope["trace"]["inputs"] == json.loads(file.read_bytes())
    assert envelope["meta"]["project_etag"] == told["etag"]
    assert apex("project", "show", file, "--format", "table").stdout == file.read_bytes()
    assert project("show", "-", stdin=file.read_bytes())[1]["etag"] == told["etag"]
    assert project("validate", file)[1]["valid"] is True
    assert project("set", "-", "name=x", stdin=file.read_bytes())[0] == 2


def test_new_never_overwrites(project: Told, file: Path) -> None:
    data = file.read_bytes()
    code, problem = project("new", file, "--template", "monument")
    assert (code, problem["status"], problem["code"]) == (5, 409, "project.exists")
    assert file.read_bytes() == data
    assert project("new", file.with_name("x.json"), "--template", "pylon")[0] == 2
    assert project("new", file.with_name("x.json"), "--id", "Not An Id")[0] == 3
    assert project("new", file.with_name("x.json"), "--set", "nmae=x")[0] == 3
    assert list(file.parent.iterdir()) == [file]


def test_new_with_a_name_or_from_another(project: Told, file: Path) -> None:
    copy = file.with_name("copy.json")
    code, told = project("new", copy, "--from", file, "--name", "Zweites [red]", "--id", "no-2")
    assert (code, told["revision"], told["project_id"]) == (0, 1, "no-2")
    document = json.loads(copy.read_bytes())
    assert document["name"] == "Zweites [red]"
    assert document["site"]["wind_speed_mph"] == 120
    shown = project("new", file.with_name("dry.json"), "--dry-run")[1]
    assert shown["diff"].count("\n+") > 50
    assert not file.with_name("dry.json").exists()


def test_a_dry_run_shows_the_diff(apex: Apex, project: Told, file: Path) -> None:
    data = file.read_bytes()
    code, told = project("set", file, "site.wind_speed_mph=130", "--dry-run")
    assert (code, told["changed"], told["dry_run"]) == (0, True, True)
    assert '-    "wind_speed_mph": 120,\n+    "wind_speed_mph": 130,' in told["diff"]
    text = apex("project", "set", file, "site.wind_speed_mph=130", "--dry-run", "--format", "table")
    assert '+    "wind_speed_mph": 130,' in text.stdout.decode()
    assert project("set", file, "site.wind_speed_mph=900", "--dry-run")[0] == 3
    assert project("set", file, "name=x", "--dry-run", "--if-match", "x")[0] == 5
    assert file.read_bytes() == data


def test_the_same_value_is_not_written(project: Told, file: Path) -> None:
    before = file.stat().st_mtime_ns, file.stat().st_ino
    code, told = project("set", file, "site.wind_speed_mph=120.0", "customer=null", "loads=null")
    assert (code, told["changed"], told["revision"]) == (0, False, 1)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


@pytest.mark.parametrize(
    ("setting", "code", "said"),
    [
        ("site.windspeed=1", 3, "did you mean 'wind_speed"),
        ("site.wind_speed_mph=900", 3, "/site/wind_speed_mph"),
        ("site.wind_speed_mph=fast", 3, "is not a number with a unit"),
        ("site.wind_speed_mph=NaN", 3, "is not a number with a unit"),
        ("site.wind_speed_mph=1e999", 3, "range"),
        ("revision=7", 2, "every write raises it"),
        ("status=submitted", 2, "apex project status"),
        ("sign.elements.9.name=x", 2, "index"),
    ],
)
def test_wrong_settings(project: Told, file: Path, setting: str, code: int, said: str) -> None:
    data = file.read_bytes()
    found, problem = project("set", file, setting)
    assert found == code
    assert said in json.dumps(problem, ensure_ascii=False)
    assert file.read_bytes() == data


def test_a_hand_edit_is_kept_until_it_is_sealed(apex: Apex, project: Told, file: Path) -> None:
    by_hand(file, '"wind_speed_mph": 120', '"wind_speed_mph": 125')
    data = file.read_bytes()
    for args in (("set", file, "name=x"), ("status", file, "estimating"), ("migrate", file)):
        code, problem = project(*args)
        assert (code, problem["status"], problem["code"]) == (5, 409, "project.edited")
        assert f"apex project seal {file}" in problem["hint"]
    for command in ("show", "etag", "validate"):
        done = apex("project", command, file)
        assert done.returncode == 0
        assert json.loads(done.stdout)["meta"]["notices"] == ["project.edited"]
        assert b"project.edited" in done.stderr
        assert apex("project", command, file, "--quiet").stderr == b""
    assert file.read_bytes() == data
    code, told = project("seal", file)
    assert (code, told["changed"], told["state"], told["revision"]) == (0, True, "sealed", 2)
    assert json.loads(file.read_bytes())["site"]["wind_speed_mph"] == 125
    assert project("seal", file)[1]["changed"] is False


def test_an_invalid_hand_edit_is_not_sealed(project: Told, file: Path) -> None:
    by_hand(file, '"wind_speed_mph": 120', '"wind_speed_mph": 1200, "expsure": "C"')
    data = file.read_bytes()
    code, problem = project("seal", file)
    assert code == 3
    assert {fault["pointer"] for fault in problem["errors"]} == {
        "/site/wind_speed_mph",
        "/site/expsure",
    }
    assert project("validate", file)[0] == 3
    assert file.read_bytes() == data


def test_a_file_written_by_hand_is_sealed_first(project: Told, tmp_path: Path) -> None:
    path = tmp_path / "by hand.json"
    path.write_text(json.dumps(template("pole")), "utf-8")
    assert project("show", path)[1]["state"] == "unsealed"
    code, problem = project("set", path, "name=x")
    assert (code, problem["code"]) == (5, "project.edited")
    assert project("seal", path)[1]["revision"] == 1
    assert project("set", path, "name=x")[1]["revision"] == 2


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_submitted(apex: Apex, project: Told, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.json"
    assert project("new", path, "--template", name)[0] == 0
    assert project("status", path, "estimating")[0] == 0
    assert apex("lock", path).returncode == 0
    assert project("status", path, "submitted")[1]["status"] == "submitted"


@pytest.mark.parametrize("name", ["pole", "footing-only"])
def test_a_template_goes_its_whole_way(
    apex: Apex, project: Told, name: str, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.json"
    assert project("new", path, "--template", name)[0] == 0
    kind = "footing" if name == "footing-only" else "all"
    done = apex("calc", kind, path)
    assert done.returncode == 0, done.stdout.decode()
    code, problem = project("status", path, "submitted")
    assert (code, problem["status"], problem["code"]) == (5, 409, "project.invalid_transition")
    assert "estimating" in problem["hint"]
    assert project("status", path, "estimating")[0] == 0
    code, problem = project("status", path, "submitted")
    assert (code, problem["status"]) == (5, 409)
    assert "no lock" in problem["detail"]
    assert "apex lock" in problem["hint"]

    assert apex("lock", path).returncode == 0
    assert project("set", path, "soil.class=5")[0] == 0
    code, problem = project("status", path, "submitted")
    assert (code, problem["code"]) == (5, "project.invalid_transition")
    assert "answer footing" in problem["detail"]

    assert project("set", path, "soil.class=4")[0] == 0
    assert project("status", path, "submitted")[1]["status"] == "submitted"
    data = path.read_bytes()
    for args in (("project", "set", path, "name=x"), ("project", "status", path, "draft")):
        assert apex(*args).returncode == 5
    assert path.read_bytes() == data
    by_hand(path, '"status": "submitted"', '"status": "accepted"')
    assert project("seal", path)[1]["code"] == "project.frozen"
    path.write_bytes(data)
    assert project("status", path, "rejected")[1]["revision"] == 7
    code, problem = project("status", path, "draft")
    assert "--from" in problem["hint"]
    assert project("new", tmp_path / "again.json", "--from", path)[1]["status"] == "draft"


def test_a_failing_check_is_not_submitted(apex: Apex, project: Told, tmp_path: Path) -> None:
    path = tmp_path / "shallow.json"
    project("new", path, "--template", "footing-only", "--set", "footing.depth_ft=2")
    project("status", path, "estimating")
    apex("lock", path)
    code, problem = project("status", path, "submitted")
    assert (code, problem["status"]) == (5, 409)
    assert "as deep as" in problem["detail"]


@pytest.mark.parametrize("version", [0, None])
def test_an_old_file_is_migrated(project: Told, tmp_path: Path, version: int | None) -> None:
    old = {key: value for key, value in template("pole").items() if key != "schema_version"}
    if version is not None:
        old["schema_version"] = version
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old, indent=1), "utf-8")
    code, problem = project("validate", path)
    assert code == 3
    assert "apex project migrate" in problem["errors"][0]["hint"]
    assert "schema_version" in project("migrate", path, "--dry-run")[1]["diff"]
    code, told = project("migrate", path)
    assert (code, told["changed"], told["revision"], told["state"]) == (0, True, 1, "sealed")
    assert json.loads(path.read_bytes())["schema_version"] == 1
    assert project("migrate", path)[1]["changed"] is False
    assert project("validate", path)[0] == 0


def test_text_of_a_user_is_shown_not_obeyed(apex: Apex, project: Told, file: Path) -> None:
    assert project("set", file, "name=[red]\x1b[31mred")[0] == 0
    by_hand(file, "[red]", "[blue]")
    for args in (("etag", file), ("set", file, "name=x"), ("validate", file)):
        done = apex("project", *args, "--format", "table")
        assert b"\x1b" not in done.stdout + done.stderr


def test_no_answer_is_written_over_a_project(apex: Apex, file: Path) -> None:
    data = file.read_bytes()
    other = file.with_name("answer.json")
    for args in (("calc", "all", file), ("project", "show", file), ("project", "validate", file)):
        done = apex(*args, "-o", file)
        assert done.returncode == 5
        assert json.loads(done.stdout)["error"]["code"] == "file.is_project"
        for _ in range(2):
            assert apex(*args, "-o", other).returncode == 0
        assert json.loads(other.read_bytes())["error"] is None
    for words in (("set", file, "name=x"), ("seal", file), ("new", file.with_name("new.json"))):
        assert apex("project", *words, "-o", words[1]).returncode == 2
    assert file.read_bytes() == data
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, other.name]


def test_every_command_helps_with_examples(apex: Apex) -> None:
    group = apex("project", "-h").stdout.decode()
    assert "..." not in group.partition("Commands:")[2], "a summary is cut off"
    for command in ("new", "show", "set", "seal", "status", "validate", "etag", "migrate", "merge"):
        assert f"  {command} " in group
        text = apex("project", command, "-h").stdout.decode()
        assert "Examples:" in text.partition("Arguments:")[0]
        assert "apex project" in text
