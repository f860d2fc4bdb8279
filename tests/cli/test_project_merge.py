"""Real git, with apex as its merge driver."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from apex_cli.project import store
from apex_cli.project.edit import apply, assignment
from apex_cli.project.templates import template

Git = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A repository with a project on main, a branch, and the driver set up as the docs say."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")},
    }  # fmt: skip

    def run(*args: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", *args], cwd=tmp_path, env=environment, capture_output=True, text=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done

    run("init", "-q", "-b", "main")
    driver = f"'{sys.executable}' -m apex_cli project merge --format table %O %A %B"
    run("config", "merge.apex.name", "apex project files, field by field")
    run("config", "merge.apex.driver", driver)
    (tmp_path / ".gitattributes").write_text("signs/*.json merge=apex\n")
    (tmp_path / "signs").mkdir()
    store.create(tmp_path / "signs" / "pylon.json", template("pole"))
    run("add", ".")
    run("commit", "-qm", "base")
    run("branch", "other")
    return run


def change(git: Git, folder: Path, branch: str, *settings: str) -> None:
    git("checkout", "-q", branch)
    for setting in settings:
        store.change(
            folder / "signs" / "pylon.json",
            lambda document: apply(document, [assignment(setting)]),  # noqa: B023 - called at once
        )
    git("commit", "-qam", f"change on {branch}")


def test_edits_apart_merge_and_come_out_sealed(git: Git, tmp_path: Path) -> None:
    change(git, tmp_path, "other", "customer=C", "sign.elements.0.height_ft=5", "street=S")
    change(git, tmp_path, "main", "name=N", "sign.elements.0.width_ft=12")
    git("merge", "-q", "--no-edit", "other")
    found = store.load(tmp_path / "signs" / "pylon.json")
    assert found.state == "sealed"
    assert found.document["revision"] == 5
    assert [found.document[key] for key in ("name", "customer", "street")] == ["N", "C", "S"]
    element = found.document["sign"]["elements"][0]
    assert (element["width_ft"], element["height_ft"]) == (12, 5)
    assert git("status", "--porcelain").stdout == ""


def test_a_true_conflict_is_named_and_decided_by_hand(git: Git, tmp_path: Path) -> None:
    change(git, tmp_path, "other", "customer=C", "sign.elements.0.width_ft=14")
    change(git, tmp_path, "main", "name=N", "sign.elements.0.width_ft=12")
    path = tmp_path / "signs" / "pylon.json"
    ours = path.read_bytes()
    done = git("merge", "--no-edit", "other", code=1)
    assert "/sign/elements/0/width_ft" in done.stdout + done.stderr
    assert path.read_bytes() == ours
    assert git("status", "--porcelain").stdout == "UU signs/pylon.json\n"

    for stage, name in ((1, "base"), (3, "theirs")):
        text = git("show", f":{stage}:signs/pylon.json").stdout
        (tmp_path / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "apex_cli", "project", "merge", "base", "signs/pylon.json",
               "theirs", "--favor", "theirs"]  # fmt: skip
    decided = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert json.loads(decided.stdout)["result"]["favored"] == ["/sign/elements/0/width_ft"]
    document = store.load(path).document
    assert (document["name"], document["customer"]) == ("N", "C")
    assert document["sign"]["elements"][0]["width_ft"] == 14
    git("add", "signs")
    git("commit", "-qm", "merged")


def test_a_dropped_lock_is_said(git: Git, tmp_path: Path) -> None:
    path = tmp_path / "signs" / "pylon.json"
    change(git, tmp_path, "other", "customer=C")
    git("checkout", "-q", "main")
    lock: dict[str, object] = {"packs": {}, "results": {}}
    store.change(path, lambda document: {**document, "name": "N", "lock": lock})
    git("commit", "-qam", "lock")
    done = git("merge", "--no-edit", "other")
    assert "the lock was dropped" in done.stdout + done.stderr
    assert store.load(path).document.get("lock") is None
