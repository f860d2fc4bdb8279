"""apex help: the row of a code, the list of all, and what is near an unknown one."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from apex_cli.cli.app import top
from apex_cli.cli.boundary import run
from apex_cli.cli.help import COMMANDS
from apex_cli.cli.topics import ENVIRONMENT, KINDS, TOPICS
from apex_cli.codes.table import CODES
from apex_cli.packs.catalogue import Catalogue

PACKAGE = Path(__file__).parents[2] / "apex_cli"

Apex = Callable[..., CompletedProcess[bytes]]


def test_a_row_as_json(apex: Apex) -> None:
    done = apex("help", "footing.depth_limit_reading")
    assert done.returncode == 0
    envelope = json.loads(done.stdout)
    assert envelope["kind"] == "help"
    row = envelope["result"]
    assert row == CODES["footing.depth_limit_reading"].record
    assert (row["kind"], row["severity"], row["status"]) == ("warning", ["notice", "warning"], None)


def test_a_row_as_a_table(apex: Apex) -> None:
    said = apex("help", "project.edited", "--format", "table").stdout.decode()
    facts = dict(line.split(None, 1) for line in said.splitlines()[1:5])
    assert facts == {"code": "project.edited", "kind": "problem", "status": "409", "exit": "5, 7"}
    assert "apex project seal FILE" in said


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("footing.no_dept", "did you mean 'footing.no_depth'?"),
        ("zz", "apex help lists all codes"),
        ("exit-code", "did you mean 'exit-codes'?"),
    ],
)
def test_an_unknown_code(apex: Apex, word: str, hint: str) -> None:
    done = apex("help", word)
    problem = json.loads(done.stdout)["error"]
    assert (done.returncode, problem["code"]) == (2, "usage.invalid")
    assert hint in problem["hint"]


def test_all_codes(apex: Apex) -> None:
    rows = json.loads(apex("help").stdout)["result"]["codes"]
    assert [row["code"] for row in rows] == list(CODES)
    assert all(row.keys() == {"code", "kind", "means"} for row in rows)
    table = apex("help", "--format", "table").stdout.decode()
    assert [line.split()[0] for line in table.splitlines() if line[0] != " "] == list(CODES)
    assert max(map(len, table.splitlines())) <= 100


def test_a_file(apex: Apex, tmp_path: Path) -> None:
    done = apex("help", "apex.fault", "-o", tmp_path / "row.json")
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_at_80_columns(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, topic: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["help", topic, "--format", "table"]) == 0
    page = capfd.readouterr().out
    assert page.startswith(TOPICS[topic]().brief)
    assert max(map(len, page.splitlines())) <= 80
    assert run(["help", topic, "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)["result"]["topic"]
    assert told["name"] == topic
    assert all(section["title"] for section in told["sections"])


def test_all_topics_are_named_where_help_is() -> None:
    for told in (COMMANDS["help"].work.__doc__, str(top())):
        assert all(topic in str(told) for topic in TOPICS)


def test_every_variable_that_is_looked_at_is_told() -> None:
    names = dict(ENVIRONMENT)
    source = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    looked = set(re.findall(r"""environ(?:\.get\(|\[)["']([A-Z_]+)""", source)) | {"APEX_FORMAT"}
    shells = {"_APEX_COMPLETE", "COMP_WORDS", "COMP_CWORD"}  # what completion itself sets
    assert looked - names.keys() == {"APPDATA", *shells}
    assert "APPDATA" in names["XDG_CONFIG_HOME"]


def test_every_bundled_pack_is_named() -> None:
    for entry in Catalogue().entries():
        assert entry.ref in KINDS[entry.kind]
