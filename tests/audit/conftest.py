"""A sealed and a locked project, and the packs."""

import json
from pathlib import Path

import pytest

from apex_cli.audit.locked import answers
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.lock import write_lock

ROOT = Path(__file__).parents[2]


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture
def pole(tmp_path: Path) -> Path:
    """The example of a pole sign, sealed."""
    target = tmp_path / "signs" / "pole.json"
    target.parent.mkdir()
    store.create(target, json.loads((ROOT / "examples" / "pole-sign.json").read_bytes()))
    return target


@pytest.fixture
def locked(pole: Path, catalogue: Catalogue) -> Path:
    """The same, locked."""
    found = answers(store.load(pole).document, catalogue)
    write_lock(pole, found.packs, found.results, if_match="*")
    return pole
