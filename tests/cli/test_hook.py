"""A broken project file is stopped by a real `git commit` in a real repository."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GUIDE = ROOT / "docs" / "ci.md"
BIN = Path(sys.executable).parent

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository of a signs shop, with a good project file staged."""
    folder = tmp_path / "shop"
    (folder / "signs").mkdir(parents=True)
    git(folder, "init", "--quiet")
    shutil.copy(ROOT / "examples" / "bare-footing.json", folder / "signs" / "good.json")
    git(folder, "add", ".")
    return folder


def git(folder: Path, *args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    who = {f"GIT_{role}_{what}": "tester@example.org" for role in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=check, timeout=120,
        env={**clean, **who, **nowhere, "PATH": path, "HOME": str(folder.parent)},
    )  # fmt: skip


def commits(folder: Path) -> int:
    done = git(folder, "rev-list", "--count", "--all")
    return int(done.stdout)


def broken(folder: Path) -> None:
    document = json.loads((folder / "signs" / "good.json").read_bytes())
    document["soil"] = {"clas": 4}
    (folder / "signs" / "bad.json").write_text(json.dumps(document), "utf-8")
    git(folder, "add", ".")


def stops_what_is_broken(folder: Path) -> None:
    git(folder, "commit", "-m", "good")
    assert commits(folder) == 1
    broken(folder)
    done = git(folder, "commit", "-m", "bad", check=False)
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "signs/bad.json" in said
    assert "did you mean 'class'?" in said
    assert commits(folder) == 1
    git(folder, "rm", "--quiet", "--force", "signs/bad.json")
    (folder / "signs" / "notes.txt").write_text("not a project", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "notes")
    assert commits(folder) == 2


def test_the_plain_hook_of_the_guide(repository: Path) -> None:
    found = re.search(r"`\.git/hooks/pre-commit`.*?```sh\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    assert found
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.write_text(found[1], "utf-8")
    hook.chmod(0o755)
    stops_what_is_broken(repository)


def test_the_hook_of_pre_commit(repository: Path) -> None:
    """The shipped hook, run by pre-commit; of its environment only what installs it is other."""
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    local = {**hook, "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    git(repository, "add", ".")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=repository, capture_output=True,
        check=False, env={**os.environ, "HOME": str(repository.parent)}, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    stops_what_is_broken(repository)


def test_the_manifest_is_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)],
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
