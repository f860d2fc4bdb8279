"""apex report and show, as real processes."""

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).parents[2]
POLE = ROOT / "examples" / "pole-sign.json"
BARE = ROOT / "examples" / "bare-footing.json"

Apex = Callable[..., CompletedProcess[bytes]]


def test_every_format_at_once_with_its_signature(apex: Apex, tmp_path: Path) -> None:
    files = [tmp_path / f"a.{ending}" for ending in ("pdf", "html", "md", "json")]
    outputs = [word for file in files for word in ("-o", str(file))]
    sums = tmp_path / "sums"
    other = ("--pack", "footing=ibc-2018_v1")  # which adopts another edition: a warning
    done = apex(
        "report", POLE, *outputs, "--signature", sums, "--calc-by", "J. Doe", "--strict", *other
    )
    assert done.returncode == 1, done.stderr  # strict: a warning fails too
    result = json.loads(done.stdout)["result"]
    assert files[0].read_bytes().startswith(b"%PDF-")
    assert b"J. Doe" in files[1].read_bytes()
    assert files[2].read_text("utf-8").startswith("# ")
    answer = json.loads(files[3].read_bytes())
    assert result["answers"] == [{"kind": "all", "content_sha256": answer["content_sha256"]}]
    signed = {row["file"]: row for row in result["signature"]}
    for file in [*files, POLE]:
        assert signed[file.name]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert signed[file.name]["sha1"] == hashlib.sha1(file.read_bytes()).hexdigest()
        assert f"{signed[file.name]['sha256']}  " in sums.read_text()
    if shutil.which("sha256sum"):
        words = ["sha256sum", "--strict", "-c", sums.name]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count(b": OK") == 5
        assert not done.stderr
    assert sums.read_text().count("# SHA-1 ") == len(signed)
    assert sum(name.endswith(".yaml") for name in signed) == 3


def test_an_envelope_makes_the_package_of_its_project(apex: Apex, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    apex("calc", "all", POLE, "-o", tmp_path / "answer.json")
    for ending in ("pdf", "html", "md"):
        one, two = tmp_path / f"one.{ending}", tmp_path / f"two.{ending}"
        assert apex("report", POLE, "-o", one).returncode == 0
        done = apex("report", tmp_path / "answer.json", "-o", two, env=environment)
        assert done.returncode == 0, done.stdout
        assert one.read_bytes() == two.read_bytes()


def test_json_lines_of_one_project_make_one_package(apex: Apex, tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps(json.loads(apex("calc", kind, POLE).stdout)).encode() + b"\n"
        for kind in ("exposure", "footing")
    )
    done = apex("report", "-", "-o", tmp_path / "a.md", stdin=lines)
    assert done.returncode == 0
    signature = json.loads(done.stdout)["result"]["signature"]
    assert signature[1]["sha256"] == hashlib.sha256(lines).hexdigest()
    twice = apex("report", "-", "-o", tmp_path / "b.md", stdin=lines + lines)
    assert twice.returncode == 2
    assert not (tmp_path / "b.md").exists()


def test_a_drawing_for_cad(apex: Apex, tmp_path: Path) -> None:
    one, two = tmp_path / "a.dxf", tmp_path / "b.dxf"
    bundle = tmp_path / "a.zip"
    done = apex("report", BARE, "--dxf", one)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["result"]["written"] == [str(one)]
    apex("report", BARE, "-o", tmp_path / "a.md", "--dxf", two, "--bundle", bundle)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"  0\nSECTION\n")
    with zipfile.ZipFile(bundle) as found:
        assert found.read("b.dxf") == two.read_bytes()


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_an_extra_that_cannot_be_loaded(apex: Apex, tmp_path: Path, ending: str) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('a file of it is gone')\n")
    paths = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    file = tmp_path / f"a.{ending}"
    done = apex("report", BARE, "-o", file, env={"PYTHONPATH": paths})
    if ending == "html":
        assert done.returncode == 0
        return
    assert done.returncode == 8  # it is installed: to say that it is not would be wrong
    error = json.loads(done.stdout)["error"]
    assert error["code"] == "file.not_loaded"
    assert "a file of it is gone" in error["detail"]
    assert not file.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["report", BARE, "-o", "a.docx"], 2),
        (["report", BARE], 2),
        (["report", BARE, "-o", "a.md", "--date", "2026-02-30"], 2),
        (["report", BARE, "-o", "a.md", "--date", "20260230"], 2),
        (["report", "missing.json", "-o", "a.md"], 8),
        (["report", BARE, "-o", "no/such/folder/a.md"], 8),
        (["report", BARE, "-o", "a.md", "--set", "footing.depth_ft=4"], 1),
        (["report", BARE, "-o", "a.md", "--set", "footing.width_ft=-4"], 3),
        (["report", BARE, "-o", "a.md", "--pack", "footing=ibc-1900_v1"], 4),
    ],
)
def test_exit_codes(apex: Apex, tmp_path: Path, words: list[str | Path], code: int) -> None:
    done = apex(*words, cwd=tmp_path)
    assert done.returncode == code, done.stdout
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "a.md").exists() == (code == 1)


def test_an_altered_envelope_is_refused(apex: Apex, tmp_path: Path) -> None:
    envelope = json.loads(apex("calc", "footing", BARE).stdout)
    envelope["result"]["depth_ft"] = 3
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(envelope))
    for words in (["report", altered, "-o", tmp_path / "a.md"], ["show", altered]):
        done = apex(*words)
        assert done.returncode == 7
        assert json.loads(done.stdout)["error"]["code"] == "verify.digest_differs"
    assert not (tmp_path / "a.md").exists()


def test_what_if_belongs_to_projects(apex: Apex, tmp_path: Path) -> None:
    answer = apex("calc", "footing", BARE).stdout
    changed = apex("report", "-", "-o", tmp_path / "a.md", "--set", "x=1", stdin=answer)
    assert changed.returncode == 2
    done = apex("report", BARE, "-o", tmp_path / "a.md", "--set", "footing.width_ft=2.5")
    assert done.returncode == 0
    assert "What if" in (tmp_path / "a.md").read_text("utf-8")


def test_the_date_is_told_only_when_it_is_given(apex: Apex, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    for words, environment, date in (
        ([], {"SOURCE_DATE_EPOCH": ""}, "| Date |  |"),
        (["--date", "2026-11-23"], {}, "| Date | 2026-11-23 |"),
        ([], {"SOURCE_DATE_EPOCH": "0"}, "| Date | 1970-01-01 |"),
    ):
        assert apex("report", BARE, "-o", file, *words, env=environment).returncode == 0
        assert date in file.read_text("utf-8")


def test_an_edited_project_is_told(apex: Apex, tmp_path: Path) -> None:
    document = json.loads(BARE.read_bytes()) | {"name": "edited by hand"}
    project = tmp_path / "p.json"
    project.write_text(json.dumps(document))
    done = apex("report", project, "-o", tmp_path / "a.md")
    assert done.returncode == 0
    assert b"changed by hand" in done.stderr
    assert "changed by hand" in (tmp_path / "a.md").read_text("utf-8")


def test_show_is_a_table_even_in_a_pipe(apex: Apex) -> None:
    answer = apex("calc", "footing", BARE).stdout
    shown = apex("show", "-", stdin=answer)
    assert shown.returncode == 0
    assert shown.stdout.decode().startswith(
        "PASS  pier 2 ft × 8.5 ft deep (needs 8.327) · 4 checks\n"
    )
    same = apex("show", "-", "--format", "json", stdin=answer)
    assert same.stdout == answer


def test_show_tells_an_error(apex: Apex) -> None:
    refused = apex("calc", "footing", BARE, "--set", "footing.width_ft=-1").stdout
    shown = apex("show", "-", stdin=refused).stdout.decode()
    assert shown.startswith("NO ANSWER  /footing/width_ft: ")
    assert "[project.invalid]" in shown
    assert "/footing/width_ft" in shown


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(apex: Apex, width: int) -> None:
    answer = apex("calc", "all", POLE).stdout
    for more in ([], ["--explain"], ["--where"]):
        done = apex("show", "-", *more, stdin=answer, env={"COLUMNS": str(width)})
        longest = max(map(len, done.stdout.decode().splitlines()))
        assert longest <= max(width, 40), more


def test_where_is_explain_in_words_too(apex: Apex) -> None:
    plain, told = (
        apex("calc", "footing", BARE, "--format", "table", flag).stdout.decode()
        for flag in ("--explain", "--where")
    )
    assert "The length A" not in plain
    assert "\n     The length A of the depth equation.\n" in told
    assert "\n     h: height of the lateral load above grade; /loads/height_ft\n" in told
    same = [line for line in plain.splitlines() if " = " in line]
    assert same == [line for line in told.splitlines() if " = " in line]


def test_a_dumb_terminal_gets_ascii(apex: Apex) -> None:
    answer = apex("calc", "all", POLE).stdout
    done = apex("show", "-", "--explain", stdin=answer, env={"TERM": "dumb", "COLUMNS": "80"})
    assert done.stdout.isascii()
    assert b"?" not in done.stdout
    assert b"\x1b" not in done.stdout
