"""Envelopes of earlier releases replay for ever.

`APEX_UPDATE_FIXTURES=1 pytest tests/audit/test_releases.py`, run at a release, writes those of the
present version; fixtures of an earlier version are never written again.
"""

import json
import os
from pathlib import Path

import pytest

from apex_cli import __version__
from apex_cli.audit.envelopes import parse_envelope
from apex_cli.audit.locked import asked
from apex_cli.audit.verify import verify
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.render.json import pretty
from apex_cli.run.chain import run
from apex_cli.vocabulary import PARTS, CalculationKind

FIXTURES = Path(__file__).parent / "fixtures"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def write_fixtures() -> None:
    """An envelope of each example as this version makes it; its margin says which version."""
    folder = FIXTURES / __version__
    folder.mkdir(parents=True, exist_ok=True)
    for path in EXAMPLES:
        project = store.load(path).document
        kinds: tuple[CalculationKind, ...] = asked(project)
        if set(kinds) == set(PARTS):
            kinds = ("all",)
        for kind in kinds:
            envelope = run(kind, project, Catalogue(), {"tool": "apex", "version": __version__})
            (folder / f"{path.stem}.{kind}.json").write_bytes(pretty(envelope))


if os.environ.get("APEX_UPDATE_FIXTURES"):
    write_fixtures()

ENVELOPES = sorted(FIXTURES.glob("*/*.json"))


@pytest.mark.parametrize("path", ENVELOPES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_earlier_answer_replays(path: Path) -> None:
    verdict = verify(parse_envelope(path.read_bytes()), Catalogue())
    assert verdict.proved, verdict.detail
    assert json.loads(path.read_bytes())["meta"]["version"] == path.parent.name
