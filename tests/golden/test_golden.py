"""Every example's envelope, whole: "do any answers change?" is answered here, number by number.

`APEX_UPDATE_GOLDEN=1 pytest tests/golden` writes them anew; the diff then goes into the changelog.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.locked import asked
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.run.chain import run
from apex_cli.run.prepare import parts_of
from apex_cli.vocabulary import CalculationKind

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.json"))


def cases() -> list[tuple[Path, CalculationKind]]:
    found: list[tuple[Path, CalculationKind]] = []
    for path in EXAMPLES:
        kinds = asked(json.loads(path.read_bytes()))
        if kinds == parts_of("all", json.loads(path.read_bytes())):
            found.append((path, "all"))
        else:
            found += [(path, kind) for kind in kinds]
    return found


@pytest.mark.parametrize(("path", "kind"), cases(), ids=lambda item: getattr(item, "stem", item))
def test_envelope(path: Path, kind: CalculationKind) -> None:
    envelope: dict[str, Any] = run(kind, store.load(path).document, Catalogue())
    del envelope["meta"]
    golden = HERE / f"{path.stem}.{kind}.json"
    if os.environ.get("APEX_UPDATE_GOLDEN"):
        golden.write_text(json.dumps(envelope, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert envelope == json.loads(golden.read_text("utf-8"))


def test_there_is_an_example_of_every_kind() -> None:
    assert {kind for _, kind in cases()} >= {"all", "exposure", "footing"}
    assert len(EXAMPLES) >= 5


def test_no_golden_without_an_example() -> None:
    have = {f"{path.stem}.{kind}.json" for path, kind in cases()}
    assert {path.name for path in HERE.glob("*.json")} == have


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_sealed(path: Path) -> None:
    assert store.load(path).state == "sealed"
