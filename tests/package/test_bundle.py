"""The bundle: everything of a package in one file that anyone can check."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst

from apex_cli.cli import boundary
from apex_cli.cli.output import Output
from apex_cli.cli.report import report
from apex_cli.errors import PackError, UsageError
from apex_cli.package import sources
from apex_cli.package.bundle import SUMS, bundle
from apex_cli.package.widths import widths
from apex_cli.package.written import _of_prices
from apex_cli.packs.catalogue import Catalogue

BARE = Path(__file__).parents[2] / "examples" / "bare-footing.json"
GIVEN: dict[str, Any] = {

    "reader": "permit", "summary": False, "full": False, "paper": "letter", "logo": None,
    "calc_by": "", "checked_by": "", "date": "", "signature": None, "packs": (), "folders": (),
    "settings": (), "dxf": None, "key": None,
}  # fmt: skip


def test_sha256sum_accepts_it_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.zip"
    wanted = {**GIVEN, "output": (tmp_path / "a.md",), "bundle": target}
    assert report(Output(format="json"), source=str(BARE), **wanted) == 0
    assert str(target) in json.loads(capsys.readouterr().out)["result"]["written"]
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "out")
        names = archive.namelist()
    assert names == [
        "a.md", "answer.json", "packs/footing_ibc-2021_v1.yaml", "project/bare-footing.json",
        "prove.py", SUMS,
    ]  # fmt: skip
    assert (tmp_path / "out/project/bare-footing.json").read_bytes() == BARE.read_bytes()
    assert json.loads((tmp_path / "out/answer.json").read_bytes())["kind"] == "footing"
    if shutil.which("sha256sum"):
        words = ["sha256sum", "--strict", "-c", SUMS]
        done = subprocess.run(words, cwd=tmp_path / "out", capture_output=True, check=False)
        assert done.returncode == 0, done.stdout
    answer = tmp_path / "out/answer.json"
    again = {**wanted, "bundle": tmp_path / "b.zip"}
    assert report(Output(format="json"), source=str(answer), **again) == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert not any(name.startswith("project/") for name in archive.namelist())


def test_a_customer_gets_no_calculation(tmp_path: Path) -> None:
    wanted = {**GIVEN, "reader": "customer", "output": (tmp_path / "a.md",), "bundle": None}
    wanted["summary"] = True
    with pytest.raises(UsageError, match="a quote"):
        report(Output(format="json"), source=str(BARE), **wanted)


def test_equal_files_make_equal_bytes_and_names_are_told_apart() -> None:
    files = [("a.md", b"1"), ("a.md", b"2"), ("a.md", b"1"), ("b\n\\.md", b"3")]
    assert bundle(files) == bundle(files)
    with zipfile.ZipFile(io.BytesIO(bundle(files))) as archive:
        assert archive.namelist() == ["a-2.md", "a.md", "b\n\\.md", SUMS]
        sums = archive.read(SUMS).decode().splitlines()
    assert sums[-1].startswith("\\")
    assert sums[-1].endswith("  b\\n\\\\.md")


def test_nothing_is_written_before_all_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise PackError("the disk failed", code="pack.unreadable")

    monkeypatch.setattr(sources, "files_of", broken)
    monkeypatch.chdir(tmp_path)
    words = ["report", str(BARE), "-o", "a.md", "-o", "a.html", "--bundle", "a.zip", "-q"]
    assert boundary.run(words) == 4
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("said", "code"), [("Input/output error (os error 5)", 8), ("no", 70)])
def test_what_the_system_refuses_the_maker_of_a_pdf_is_no_fault(
    said: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any, **__: Any) -> Any:
        raise RuntimeError(said)

    monkeypatch.setattr(typst, "compile", failing)
    assert boundary.run(["report", str(BARE), "-o", str(tmp_path / "a.pdf"), "-q"]) == code


class Broken(Catalogue):
    """Packs that are there, or not, and cannot be had."""

    code = ""

    def bytes_of(self, kind: Any, ref: str) -> Any:
        raise PackError(f"{kind} {ref}", code=self.code)


@pytest.mark.parametrize("code", ["pack.unreadable", "pack.not_found"])
def test_a_pack_that_cannot_be_read_is_not_silently_left_out(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pole = BARE.with_name("pole-sign.json")
    found = sources.source(str(pole), Catalogue(), (), (), lambda _: None)
    monkeypatch.setattr(Broken, "code", code)
    asked: list[Callable[[], Any]] = [
        lambda: sources.files_of(str(pole), found, Broken())[1:],
        lambda: _of_prices(found.envelopes, Broken()),
        lambda: widths(found.envelopes, Broken()),
    ]
    for ask in asked:
        if code == "pack.not_found":
            assert not ask()
        else:
            with pytest.raises(PackError):
                ask()
