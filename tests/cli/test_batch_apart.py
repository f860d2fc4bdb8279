"""apex batch writes over nothing that it reads, and over no project."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).parents[2]
DATA = (ROOT / "examples" / "bare-footing.json").read_bytes()

Apex = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Projects in every form; old.json has no mark that a file which is overwritten may have."""
    made = tmp_path / "signs"
    made.mkdir()
    (made / "one.json").write_bytes(DATA)
    (made / "old.json").write_bytes(b'{"project_id": "old"}')
    (made / "damaged.json").write_bytes(b"{")
    (made / "sites.csv").write_text("loads.lateral_lbf\n900\n", "utf-8")
    (made / "base.json").write_text(json.dumps({"name": "x"}), "utf-8")
    (made / "link.csv").symlink_to(made / "sites.csv")
    (made / "out.jsonl.before").write_text("{}\n", "utf-8")
    return made


@pytest.mark.parametrize(
    "words",
    [
        "one.json -o one.json", "one.json --summary one.json", "sites.csv -o one.json",
        "sites.csv -o old.json", "sites.csv -o link.csv", "link.csv --summary sites.csv",
        "*.csv -o sites.csv", ". -o damaged.json", "[d]amaged.json --summary damaged.json",
        "sites.csv -o new --summary new", "sites.csv --base base.json -o base.json",
        "sites.csv missing.json -o sites.csv", "one.json -o one.json --resume",
        "sites.csv -o old.json --resume", "sites.csv -o new --summary new.before --resume",
        "out.jsonl.before -o out.jsonl --resume",
    ],
)  # fmt: skip
def test_it_is_refused(apex: Apex, folder: Path, words: str) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = apex("batch", "footing", *words.split(), cwd=folder)
    assert done.returncode in {2, 5}, done.stderr
    assert json.loads(done.stdout)["error"]["code"] in {"usage.invalid", "file.is_project"}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_standard_input_is_an_input(folder: Path) -> None:
    command = [sys.executable, "-m", "apex_cli", "batch", "footing", "-", "--input-format", "csv"]
    with (folder / "sites.csv").open("rb") as table:
        done = subprocess.run(
            [*command, "-o", folder / "sites.csv"], stdin=table, capture_output=True, check=False
        )
    assert done.returncode == 2
    assert (folder / "sites.csv").read_bytes() == b"loads.lateral_lbf\n900\n"


def test_devices_and_new_files_are_written(apex: Apex, folder: Path) -> None:
    args = ("batch", "footing", folder / "one.json")
    assert apex(*args, "-o", "/dev/null", "--summary", "/dev/null").returncode == 0
    for _ in range(2):  # answers may be written over
        assert apex(*args, "-o", folder / "answers.jsonl").returncode == 0
    assert apex(*args, "-o", folder / "answers.jsonl", "--resume").returncode == 0


def test_an_output_in_a_folder_is_not_its_input(apex: Apex, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "two.json").write_bytes(DATA)
    many = other / "many.jsonl"
    many.write_bytes(json.dumps(json.loads(DATA)).encode().join([b""] + [b"\n"] * 200))
    done = apex("batch", "footing", many, folder / "one.json", other, "-o", other / "out.json")
    assert b"202 lines: 202 answered" in done.stderr, done.stderr


@pytest.mark.parametrize("name", ["a.tsv/sites.csv", "Sites.TSV", "sites.tsv.gz", "SITES.tsv.GZ"])
def test_a_table_is_told_by_its_ending(apex: Apex, tmp_path: Path, name: str) -> None:
    table = tmp_path / name
    table.parent.mkdir(exist_ok=True)
    mark = "," if name.endswith("csv") else "\t"
    text = mark.join(["loads.lateral_lbf", "name"]) + "\n" + mark.join(["900", "x"]) + "\n"
    data = text.encode()
    table.write_bytes(gzip.compress(data) if name.lower().endswith("gz") else data)
    base = tmp_path / "base.json"
    base.write_bytes(DATA)
    done = apex("batch", "footing", table, "--base", base)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["meta"]["project"]["name"] == "x"


def test_a_schema_is_no_project(apex: Apex, tmp_path: Path) -> None:
    target = tmp_path / "p.schema.json"
    for _ in range(2):
        assert apex("schema", "project", "-o", target).returncode == 0
    target.write_text('{"schema_version": 1, "envelope_version": "1.0"}', "utf-8")
    assert apex("schema", "project", "-o", target).returncode == 0
    target.write_bytes(DATA[:-9])
    assert apex("schema", "project", "-o", target).returncode == 5
