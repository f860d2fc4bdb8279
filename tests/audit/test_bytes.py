"""One flipped byte anywhere in an envelope's hashed part, a pack, or a locked project is found."""

import json
import random
import shutil
from pathlib import Path
from typing import Any, cast

import pytest

from apex_cli.audit.check import check
from apex_cli.audit.envelopes import parse_envelope
from apex_cli.audit.locked import answers
from apex_cli.audit.packs import proofs
from apex_cli.audit.verify import verify
from apex_cli.envelope.build import UNHASHED
from apex_cli.errors import InvalidInput, PackError
from apex_cli.packs import catalogue as cataloguing
from apex_cli.packs.catalogue import SUMS, Catalogue
from apex_cli.project import store
from apex_cli.project.lock import write_lock
from apex_cli.render.json import pretty
from apex_cli.run.chain import run
from apex_cli.vocabulary import PackKind

ROOT = Path(__file__).parents[2]
POLE = json.loads((ROOT / "examples" / "pole-sign.json").read_bytes())
CATALOGUE = Catalogue()
FLIPS = 300


def flipped(data: bytes, chance: random.Random, start: int = 0, stop: int | None = None) -> bytes:
    place = chance.randrange(start, len(data) if stop is None else stop)
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def hashed(data: bytes) -> dict[str, Any]:
    return {key: item for key, item in json.loads(data).items() if key not in UNHASHED}


def test_an_envelope() -> None:
    data = pretty(run("all", POLE, CATALOGUE))
    end = data.index(b'"content_sha256"')
    chance = random.Random(1)
    found = named = 0
    for _ in range(FLIPS):
        other = flipped(data, chance, stop=end)
        try:
            envelope = parse_envelope(other)
        except InvalidInput:
            continue  # no longer JSON, or not of the kind that is read: exit 3
        verdict = verify(envelope, CATALOGUE)
        if hashed(other) == hashed(data):
            assert verdict.proved  # the same number or text, or white space
        else:
            assert verdict.outcome == "digest_differs"
            assert verdict.exit_code == 7
            found += 1
            named += bool(verdict.altered)
    assert found > FLIPS / 4
    assert named == found


def test_a_digest() -> None:
    envelope = run("footing", POLE, CATALOGUE)
    for n in range(64):
        digest = envelope["content_sha256"]
        other = digest[:n] + ("0" if digest[n] != "0" else "1") + digest[n + 1 :]
        assert verify({**envelope, "content_sha256": other}, CATALOGUE).exit_code == 7


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("packs/*.yaml")))
def test_a_bundled_pack(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    monkeypatch.setattr(cataloguing, "bundled_dir", lambda: tmp_path / "packs")
    target = tmp_path / "packs" / name
    data = target.read_bytes()
    kind, _, ref = target.stem.partition("_")
    chance = random.Random(name)
    for _ in range(20):
        target.write_bytes(flipped(data, chance))
        with pytest.raises(PackError, match=name) as refused:
            Catalogue().load(cast(PackKind, kind), ref)
        assert refused.value.exit_code == 4
    (wrong,) = (proof for proof in proofs(Catalogue()) if not proof.passed)  # the last of them
    assert wrong.name == target.stem
    target.unlink()
    (wrong,) = (proof for proof in proofs(Catalogue()) if not proof.passed)
    assert (wrong.name, "not there" in wrong.detail) == (target.stem, True)


def test_the_sums_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three small packs: every pack is read for every flip."""
    small = ("footing_broms-clay_v1.yaml", "footing_broms-sand_v1.yaml", "pricing_v1.yaml")
    for name in small:
        shutil.copy(ROOT / "packs" / name, tmp_path)
    lines = (ROOT / "packs" / SUMS).read_bytes().splitlines(keepends=True)
    data = b"".join(line for line in lines if line.split()[1].decode() in small)
    monkeypatch.setattr(cataloguing, "bundled_dir", lambda: tmp_path)
    sums = tmp_path / SUMS
    sums.write_bytes(data)
    assert [proof.passed for proof in proofs(Catalogue())] == [True] * len(small)
    chance = random.Random(3)
    for _ in range(100):
        other = flipped(data, chance)
        sums.write_bytes(other)
        good = all(proof.passed for proof in proofs(Catalogue()))
        if good:  # white space between digest and name
            assert [line.split() for line in other.splitlines()] == [
                line.split() for line in data.splitlines()
            ]


def test_a_locked_project(tmp_path: Path) -> None:
    target = tmp_path / "pole.json"
    store.create(target, POLE)
    found = answers(store.load(target).document, CATALOGUE)
    write_lock(target, found.packs, found.results, if_match="*")
    data = target.read_bytes()
    assert check(str(target), CATALOGUE).passed
    chance = random.Random(5)
    for _ in range(FLIPS // 3):
        other = flipped(data, chance)
        target.write_bytes(other)
        row = check(str(target), CATALOGUE)
        try:
            same = json.loads(other) == json.loads(data)
        except ValueError:
            same = False
        assert row.passed == same, (row.findings, other)
        assert row.passed or any(item.exit_code and item.message for item in row.findings)


def test_white_space_and_key_order_are_no_fault(tmp_path: Path) -> None:
    target = tmp_path / "pole.json"
    store.create(target, POLE)
    raw = json.loads(target.read_bytes())
    target.write_text(json.dumps(dict(reversed(raw.items())), indent=3), "utf-8")
    assert check(str(target), CATALOGUE).passed
    envelope = run("all", POLE, CATALOGUE)
    shuffled = json.dumps(dict(reversed(envelope.items())), indent=5).encode()
    assert verify(parse_envelope(shuffled), CATALOGUE).proved
