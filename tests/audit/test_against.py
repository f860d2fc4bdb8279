"""Another apex beside ours: whose answers change."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from apex_cli.audit import against
from apex_cli.audit.against import rows_against
from apex_cli.errors import UsageError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.json import pretty
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"
OTHER = """#!{python}
import json, sys
from apex_cli.envelope.build import build, content_digest
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.store import load
from apex_cli.run.chain import run
_, _, kind, path, *_ = sys.argv
document = load(path).document
if kind == "footing":
    print(json.dumps(build(kind, error=NoAnswer("too deep"))))
    sys.exit(6)
if kind == "exposure":
    document["site"]["wind_speed_mph"] += 1
found = run(kind, document, Catalogue())
if kind == "support":
    found["assumptions"] = [*found["assumptions"], "otherwise worded"]
    found["content_sha256"] = content_digest(found)
print(json.dumps(found))
"""


def program(tmp_path: Path, text: str) -> str:
    path = tmp_path / "apex"
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_row_a_calculation(tmp_path: Path) -> None:
    other = program(tmp_path, OTHER.format(python=sys.executable))
    rows = list(rows_against(other, [str(EXAMPLES / "pole-sign-support.json")], Catalogue()))
    told = {row["kind"]: (row["outcome"], row["exit_code"], row["detail"]) for row in rows}
    assert told["exposure"][:2] == ("changed", 7)
    assert "velocity pressure 28.028 → 27.521 psf" in told["exposure"][2]
    assert told["footing"] == ("changed", 7, "footing: theirs is no answer: too deep")
    assert told["support"][0] == "changed"
    assert told["pricing"][:2] == ("identical", 0)


def test_what_both_refuse_is_no_change_and_what_only_ours_refuses_is(tmp_path: Path) -> None:
    path = tmp_path / "sign.json"
    text = (EXAMPLES / "bare-footing.json").read_text("utf-8")
    path.write_text(text.replace('"ibc-2021_v1"', '"not-here_v1"'), "utf-8")
    ours = shutil.which("apex", path=str(Path(sys.executable).parent)) or "apex"
    (row,) = rows_against(ours, [str(path)], Catalogue())
    assert row["outcome"] == "identical", row
    assert "both refuse" in row["detail"]
    document = json.loads(text)
    (tmp_path / "answer.json").write_bytes(pretty(run("footing", document, Catalogue())))
    answers = program(tmp_path, f"#!/bin/sh\ncat {tmp_path}/answer.json\n")
    (row,) = rows_against(answers, [str(path)], Catalogue())
    assert row["detail"].startswith("footing: no answer any more")


@pytest.mark.parametrize(
    "text",
    [
        "#!/bin/sh\necho no\n", "#!/bin/sh\necho '{}'\n", "#!/nowhere\n", "#!/bin/sh\nexit 70\n",
        "#!/bin/sh\necho '{\"content_sha256\": \"0\"}'\n", "#!/bin/sh\nyes '[' | head -c 300000\n",
        "#!/bin/sh\nyes\n", "#!/bin/sh\nsleep 9\n", "#!/bin/sh\nsetsid sleep 9 & sleep 9\n",
        "#!/bin/sh\nsleep 9 &\necho no\n",
    ],
)  # fmt: skip
def test_what_is_no_apex_is_told(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(against, "WAIT", 0.1)
    monkeypatch.setattr(against, "MAX_BYTES", 1_000_000)
    with pytest.raises(UsageError, match="does not answer as apex does"):
        list(
            rows_against(
                program(tmp_path, text), [str(EXAMPLES / "bare-footing.json")], Catalogue()
            )
        )
