"""Installed from its wheel into an empty place, apex finds its packs and gives the same answers."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
POLE = ROOT / "examples" / "pole-sign.json"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel in it; the libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run([*pip, *build], check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    home = folder / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    subprocess.run(
        [*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    site = next((home / "lib").glob("python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return home / "bin" / "apex"


def run(apex: Path, *args: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    env = {"PATH": os.environ["PATH"]}  # no HOME, no locale, nothing
    return subprocess.run(
        [str(apex), *args], cwd=cwd, capture_output=True, check=False, timeout=60, env=env
    )


def test_same_answer_from_the_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "calc", "all", str(POLE), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    from_wheel = json.loads(done.stdout)
    golden = json.loads((ROOT / "tests" / "golden" / "pole-sign.all.json").read_text("utf-8"))
    assert from_wheel["content_sha256"] == golden["content_sha256"]
    assert from_wheel["meta"]["git_sha"] is None


def test_packs_and_cases_travel_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "packs", "path", "exposure_asce7-22_v1", cwd=tmp_path)
    assert "site-packages" in done.stdout.decode()
    done = run(installed, "selftest", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-2000:]
    assert json.loads(done.stdout)["result"]["failed"] == 0


def test_the_wheel_is_typed(installed: Path) -> None:
    assert list(installed.parents[1].glob("lib/python*/site-packages/apex_cli/py.typed"))
