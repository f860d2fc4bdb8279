"""The Python API gives the envelopes of the command line, and costs nothing until it is used."""

import doctest
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import apex_cli
from apex_cli import calculate, load_project, verify
from apex_cli.errors import FileProblem, InvalidInput, PackError, UsageError
from apex_cli.vocabulary import CalculationKind

ROOT = Path(__file__).parents[2]
POLE = ROOT / "examples" / "pole-sign.json"

Apex = Callable[..., CompletedProcess[bytes]]


def test_the_examples_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "python-api.md").read_text("utf-8")
    unfenced = re.sub(r"^```.*$", "", page, flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(unfenced, {}, "python-api.md", None, 0)
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("kind", ["exposure", "footing", "pricing", "all"])
def test_same_envelope_as_the_command_line(apex: Apex, kind: CalculationKind) -> None:
    from_cli = json.loads(apex("calc", kind, POLE, "--set", "site.wind_speed_mph=120").stdout)
    ours = calculate(kind, POLE, overrides={"site.wind_speed_mph": 120})
    assert ours["content_sha256"] == from_cli["content_sha256"]
    assert set(ours["meta"]) == set(from_cli["meta"])
    assert ours["meta"]["project_etag"] == from_cli["meta"]["project_etag"]
    assert ours["meta"]["overrides"] == from_cli["meta"]["overrides"]


def test_a_path_a_document_and_an_object_are_one_project() -> None:
    document = json.loads(POLE.read_bytes())
    answers = [calculate("all", project) for project in (str(POLE), load_project(POLE), document)]
    assert len({answer["content_sha256"] for answer in answers}) == 1


def test_other_packs(tmp_path: Path) -> None:
    (tmp_path / "footing_ibc-2021_v9.yaml").write_text(
        (ROOT / "packs" / "footing_ibc-2021_v1.yaml")
        .read_text("utf-8")
        .replace("ref: ibc-2021_v1", "ref: ibc-2021_v9"),
        "utf-8",
    )
    answer = calculate("footing", POLE, packs={"footing": "ibc-2021_v9"}, packs_dir=[tmp_path])
    assert answer["trace"]["pack_metadata"]["footing"]["ref"] == "ibc-2021_v9"
    assert verify(answer, packs_dir=[tmp_path]).proved
    assert verify(answer).outcome == "pack_not_available"
    with pytest.raises(PackError):
        calculate("footing", POLE, packs={"footing": "ibc-2021_v9"})


def test_refusals(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        load_project(tmp_path / "none.json")
    with pytest.raises(InvalidInput, match="not representable"):
        load_project({"schema_version": 1, "name": float("nan")})
    with pytest.raises(UsageError):
        calculate("footing", POLE, overrides={"": 1})
    with pytest.raises(InvalidInput, match="not an envelope"):
        verify({"schema_version": 1})
    with pytest.raises(AttributeError, match="no attribute 'compute'"):
        getattr(apex_cli, "compute")  # noqa: B009 - a type checker would refuse it before


def test_verify_reads_files(tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    target.write_text(json.dumps(calculate("footing", POLE)), "utf-8")
    assert verify(target).proved
    assert verify(str(target), replay=False).outcome == "digest_right"


def test_importing_costs_nothing() -> None:
    code = "import apex_cli, sys; print('pydantic' in sys.modules, 'typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False False\n"
    heavy = "{'typer', 'pydantic', 'typst', 'orjson', 'pandas'} & {*sys.modules}"
    code = f"import apex_cli, sys; apex_cli.calculate; print(sorted({heavy}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "['orjson']\n"
