"""Compressed inputs that grow beyond measure, and a bundle's packs that would hide ours."""

import gzip
from pathlib import Path

import pytest

from apex_cli.batch.sources import items
from tests.hostile.test_archives import outcomes, summed


def test_a_pack_of_the_bundle_hides_none_of_ours(tmp_path: Path) -> None:
    long = "packs/" + "a" * 300 + ".yaml"
    packs = {"packs/exposure_asce7-22_v1.yaml": b"kind: exposure\n", long: b"x"}
    found = outcomes(summed({**packs, "answer.json": b"{}"}), tmp_path)
    assert found["SHA256SUMS"] == ("sums_right", 0)
    assert found["answer.json"][0] == "unreadable"


BOMBS = {
    ".jsonl": [b"\n" * 2**18, b"x" * 2**25, b'{"a":' + b"[" * 2**24],
    ".json": [b" " * 2**24],
    ".csv": [b'a,b\n"' + b"x" * 2**24, b"a," * 2**20],
}


@pytest.mark.parametrize("ending", BOMBS)
def test_what_grows_beyond_measure_is_read_no_further(tmp_path: Path, ending: str) -> None:
    for data in BOMBS[ending]:
        path = tmp_path / f"bomb{ending}.gz"
        path.write_bytes(gzip.compress(data + b"\n{}" * 9))
        found = list(items([str(path)], None, "auto"))
        assert found[-1].error is not None
        assert "grows more than 500 times" in found[-1].error.detail
        assert len(found) == 1


def test_many_like_projects_are_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "fair.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"schema_version": 1, "site": {"exposure": "C"}}\n' * 30_000))
    assert sum(item.error is None for item in items([str(path)], None, "auto")) == 30_000
