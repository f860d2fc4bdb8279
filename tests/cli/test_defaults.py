"""Files of defaults: they fill in what nobody says, and every one that is wrong is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apex_cli.cli import defaults
from apex_cli.cli.boundary import run
from apex_cli.project.overrides import USED_BY, overridden
from apex_cli.vocabulary import PACK_KINDS

ROOT = Path(__file__).parents[2]
BOOK = (ROOT / "packs" / "pricing_v1.yaml").read_text("utf-8")

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, a project that names no wind pack, and a home beside it."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("APEX_PACKS", raising=False)
    project = json.loads((ROOT / "examples" / "pole-sign.json").read_text("utf-8"))
    del project["packs"]["exposure"]
    (folder / "p.json").write_text(json.dumps({**project, "etag": None}), "utf-8")
    return folder


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    def asked(*words: str, code: int = 0) -> dict[str, Any]:
        capfd.readouterr()
        assert run(words) == code
        found: dict[str, Any] = json.loads(capfd.readouterr().out)
        return found

    return asked


def user_file(here: Path, text: str) -> None:
    file = here.parent / "home" / "apex" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_default_pack_is_as_a_flag(here: Path, ask: Ask) -> None:
    calc = ("calc", "exposure", "p.json")
    said = ask(*calc, "--pack", "exposure=asce7-16_v1")
    assert ask(*calc, code=3)["error"]["errors"][0]["pointer"] == "/packs/exposure"
    user_file(here, '[packs]\nexposure = "asce7-16_v1"\n')
    found = ask(*calc)
    assert found["content_sha256"] == said["content_sha256"]
    assert found["meta"]["overrides"] == {"packs.exposure": "asce7-16_v1"}
    (here / "apex.toml").write_text('[packs]\nexposure = "asce7-10_v1"\n', "utf-8")
    assert ask(*calc)["trace"]["pack_metadata"]["exposure"]["ref"] == "asce7-10_v1"
    flagged = ask(*calc, "--pack", "exposure=asce7-16_v1")
    assert flagged["content_sha256"] == said["content_sha256"]


def test_a_project_that_names_its_packs_keeps_its_digest(here: Path, ask: Ask) -> None:
    named = str(ROOT / "examples" / "pole-sign-plate.json")
    before = ask("calc", "all", named)
    packs = 'footing = "broms-sand_v1"\nconcrete = "aci318-14_v1"\nexposure = "asce7-10_v1"\n'
    (here / "apex.toml").write_text(f"[packs]\n{packs}", "utf-8")
    after = ask("calc", "all", named)
    assert after["content_sha256"] == before["content_sha256"]


def test_what_is_the_files_own_looks_at_no_default_pack(here: Path, ask: Ask) -> None:
    (here / "apex.toml").write_text('[packs]\nexposure = "asce7-10_v1"\n', "utf-8")
    assert ask("project", "validate", "p.json", code=3)["error"]["code"] == "project.invalid"


def test_only_where_there_is_use_for_it() -> None:
    assert USED_BY.keys() == set(PACK_KINDS)
    spare = [f"{kind}?=v1" for kind in PACK_KINDS]
    assert overridden({"site": {}, "support": {"base": {}}}, [], spare)[1] == {
        "packs.exposure": "v1", "packs.support": "v1",
    }  # fmt: skip
    assert overridden({"site": {}, "packs": {"exposure": None}}, [], spare)[1]
    assert overridden({"site": {}, "packs": 3}, [], spare) == ({"site": {}, "packs": 3}, {})


def test_folders_after_those_of_the_environment(
    here: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    folders = [here / name for name in ("flag", "exported", "near", "far")]
    for folder in folders:
        folder.mkdir()
        text = BOOK.replace("ref: v1", "ref: mine_v1").replace("Price book v1", folder.name)
        (folder / "pricing_mine_v1.yaml").write_text(text, "utf-8")
    (here / "apex.toml").write_text('packs_dir = "near"\n', "utf-8")
    user_file(here, f"packs_dir = ['{here / 'far'}']\n")
    monkeypatch.setenv("APEX_PACKS", str(here / "exported"))
    show = ("packs", "show", "pricing_mine_v1")
    assert ask(*show, "--packs-dir", "flag")["result"]["pack"]["standard"] == "flag"
    assert ask(*show)["result"]["pack"]["standard"] == "exported"
    monkeypatch.delenv("APEX_PACKS")
    assert ask(*show)["result"]["pack"]["standard"] == "near"
    (here / "apex.toml").unlink()
    assert ask(*show)["result"]["pack"]["standard"] == "far"


def test_who_calculated(here: Path, ask: Ask) -> None:
    user_file(here, 'calc_by = "A. Far"\n')
    (here / "apex.toml").write_text('calc_by = "J. Near"\n', "utf-8")
    project = str(ROOT / "examples" / "bare-footing.json")
    ask("report", project, "-o", "near.md")
    ask("report", project, "-o", "flag.md", "--calc-by", "F. Lag")
    assert "J. Near" in (here / "near.md").read_text("utf-8")
    assert "J. Near" not in (here / "flag.md").read_text("utf-8")


def test_units_of_what_is_shown(
    here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    show = ("calc", "footing", str(ROOT / "examples" / "bare-footing.json"), "--brief")

    def shown(*more: str) -> str:
        capfd.readouterr()
        assert run((*show, *more)) == 0
        return capfd.readouterr().out

    assert " ft deep" in shown()
    (here / "apex.toml").write_text('units = "si"\n', "utf-8")
    assert " m deep" in shown()
    assert " ft deep" in shown("--units", "us")
    monkeypatch.setenv("APEX_UNITS", "us")
    assert " ft deep" in shown()


def test_a_new_project_has_the_default_packs(here: Path, ask: Ask) -> None:
    (here / "apex.toml").write_text('[packs]\nexposure = "asce7-16_v1"\n', "utf-8")
    ask("project", "new", "new.json")
    packs = json.loads((here / "new.json").read_text("utf-8"))["packs"]
    assert packs == {"exposure": "asce7-16_v1", "footing": "ibc-2024_v1", "pricing": "v1"}
    (here / "apex.toml").write_text('[packs]\nexposure = "asce7-15_v1"\n', "utf-8")
    assert ask("project", "new", "bad.json", code=4)["error"]["code"] == "pack.not_found"


@pytest.mark.parametrize(
    ("text", "detail", "hint"),
    [
        ("= 3", "apex.toml: Invalid statement", "keys: calc_by, packs_dir, units, packs"),
        ("pack_dir = 'x'", "/pack_dir: unknown key", "did you mean 'packs_dir'?"),
        ("[packs]\nexposur = 'v1'", "/packs/exposur: unknown key", "did you mean 'exposure'?"),
        ("calc_by = 3", "/calc_by: ", ""),
        ("calc_by = '\udcff'", "apex.toml: ", ""),
    ],
)
def test_a_wrong_file_is_told(here: Path, ask: Ask, text: str, detail: str, hint: str) -> None:
    (here / "apex.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    error = ask("calc", "exposure", "p.json", code=3)["error"]
    assert error["code"] == "config.invalid"
    assert detail in error["detail"]
    assert hint in error["hint"]
    ask("help", "config.invalid")  # what reads no defaults is not in the way


def test_doctor_tells_which_value_is_from_where(
    here: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apex_cli.doctor.examine", lambda _: [])
    near = here / "apex.toml"
    far = here.parent / "home" / "apex" / "config.toml"
    rows = ask("doctor")["result"]["examined"]
    assert [row["detail"] for row in rows] == [f"there is no {near}", f"there is no {far}"]
    near.write_text('calc_by = "J. Near"\n', "utf-8")
    user_file(here, 'calc_by = "A. Far"\npacks_dir = "p"\n')
    rows = ask("doctor")["result"]["examined"]
    assert [(row["what"], row["detail"]) for row in rows] == [
        ("defaults", f"{near} is read"),
        ("default calc_by", f"J. Near, from {near}"),
        ("defaults", f"{far} is read"),
        ("default calc_by", f"A. Far, from {far} (a nearer file says otherwise)"),
        ("default packs_dir", f"{far.parent / 'p'}, from {far}"),
    ]
    near.write_text("=", "utf-8")
    assert not ask("doctor", code=3)["result"]["healthy"]


def test_where_the_users_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/x")
    assert defaults.places() == [Path("apex.toml"), Path("/home/x/.config/apex/config.toml")]
