"""The verdict alone, and what fails said on stderr to who does not see the answer."""

from pathlib import Path

import pytest

from apex_cli.cli.boundary import run

EXAMPLES = Path(__file__).parents[2] / "examples"
BARE = str(EXAMPLES / "bare-footing.json")
SHALLOW = ("--set", "footing.depth_ft=4")
WRONG = ("--set", "footing.width_ft=-1", "--set", "soil.clas=4")


@pytest.mark.parametrize(
    ("words", "code", "out", "err"),
    [
        ((), 0, "PASS  pier 2 ft × 8.5 ft deep (needs 8.327) · 4 checks\n", ""),
        (("--format", "json"), 0, "PASS  pier 2 ft × 8.5 ft deep", ""),
        (SHALLOW, 1, "FAIL  pier.lateral 744.0 %, pier.depth 208.2 % · ", ""),
        (WRONG, 3, "NO ANSWER  /soil/clas: unknown key", "  /soil/clas: "),
        ((*WRONG, "-q"), 3, "NO ANSWER  /soil/clas: unknown key", ""),
        (("--breif",), 2, "NO ANSWER  No such option: --breif", ""),
    ],
)
def test_brief_is_one_line(
    words: tuple[str, ...], code: int, out: str, err: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["calc", "footing", BARE, "--brief", *words]) == code
    said = capsys.readouterr()
    assert said.out.startswith(out)
    assert said.out.count("\n") == 1
    assert said.err.startswith(err)
    assert bool(said.err) is bool(err) or code == 2


def test_what_fails_is_said_where_nobody_sees_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "a.json")
    for where in ((), ("-o", file), ("--format", "table")):
        assert run(["calc", "footing", BARE, *SHALLOW, *where]) == 1
        assert capsys.readouterr().err.startswith(
            "apex: FAIL  pier.lateral 744.0 %, pier.depth 208.2 % · "
        )
        assert run(["calc", "footing", BARE, *SHALLOW, *where, "--quiet"]) == 1
        assert capsys.readouterr().err == ""
    assert run(["show", file, "--brief"]) == 1
    assert capsys.readouterr().out.startswith("FAIL  pier.lateral 744.0 %, pier.depth 208.2 % · ")
    assert run(["calc", "footing", BARE, *WRONG]) == 3
    said = capsys.readouterr()
    assert said.out.startswith("{")
    assert said.err == (
        "apex: The input is invalid: /soil/clas: unknown key, and 1 more [project.invalid]\n"
    )
    assert run(["calc", "footing", BARE, *WRONG, "--quiet"]) == 3
    assert capsys.readouterr().err == ""


def test_the_line_of_a_sweep_a_comparison_and_a_stream(
    capsys: pytest.CaptureFixture[str],
) -> None:
    vary = ("--vary", "footing.depth_ft=3,4")
    assert run(["sweep", "footing", BARE, *vary]) == 1
    assert capsys.readouterr().err == "apex: FAIL  0 of 2 pass\n"
    assert run(["sweep", "footing", BARE, *vary, "--brief"]) == 1
    assert capsys.readouterr() == ("FAIL  0 of 2 pass\n", "")
    case = ("--case", "shallow:footing.depth_ft=4", "--case", "odd:footing.width_ft=0")
    assert run(["compare", BARE, *case, "--brief"]) == 0
    assert capsys.readouterr().out == (
        "1 of 3 PASS  FAIL: shallow · NO ANSWER: odd · depth 4 to 8.5 ft\n"
    )
    assert run(["compare", BARE, "--case", "same:name=x", "--brief"]) == 0
    assert capsys.readouterr().out == "PASS  2 cases\n"
    assert run(["batch", "footing", BARE, "-j", "1", "--brief"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("PASS       ")
    assert said.endswith("bare-footing.json · pier 2 ft × 8.5 ft deep (needs 8.327) · 4 checks\n")
