"""Which pack is read: search order, hiding, altering, naming."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from apex_cli.errors import PackError
from apex_cli.packs import catalogue as module
from apex_cli.packs.catalogue import SUMS, Catalogue, bundled_dir, sums_in

BUNDLED = bundled_dir()
V1 = (BUNDLED / "pricing_v1.yaml").read_bytes()
SHOP = V1.replace(b"ref: v1", b"ref: shop_v1").replace(b"amount_usd: 35", b"amount_usd: 36")


@pytest.fixture(autouse=True)
def _no_packs_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APEX_PACKS", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pricing_shop_v1.yaml").write_bytes(SHOP)
    return tmp_path


def refused(catalogue: Catalogue, ref: str) -> PackError:
    with pytest.raises(PackError) as caught:
        catalogue.load("pricing", ref)
    assert caught.value.exit_code == 4
    return caught.value


def test_every_bundled_pack_loads_and_is_what_the_sums_say() -> None:
    catalogue = Catalogue()
    entries = catalogue.entries()
    assert {f"{entry.kind}_{entry.ref}.yaml" for entry in entries} == set(sums_in(BUNDLED))
    assert entries == sorted(entries)
    for entry in entries:
        assert entry.bundled
        assert entry.path.parent == BUNDLED
        pack, digest = catalogue.load(entry.kind, entry.ref)
        assert (pack.kind, pack.ref) == (entry.kind, entry.ref)
        assert digest == sha256(entry.path.read_bytes()).hexdigest()


def test_a_pack_is_read_once(folder: Path) -> None:
    catalogue = Catalogue([folder])
    first = catalogue.load("pricing", "shop_v1")
    (folder / "pricing_shop_v1.yaml").unlink()
    assert catalogue.load("pricing", "shop_v1") is first


def test_given_folders_come_before_the_environment(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "pricing_shop_v1.yaml").write_bytes(SHOP.replace(b"_usd: 36", b"_usd: 37"))
    (other / "pricing_zebra_v1.yaml").write_bytes(b"")
    monkeypatch.setenv("APEX_PACKS", os.pathsep.join(["", str(other)]))
    catalogue = Catalogue([folder])
    assert catalogue.folders == [folder, other, BUNDLED]
    found = {entry.ref: entry for entry in catalogue.entries() if entry.kind == "pricing"}
    assert found["shop_v1"].path.parent == folder
    assert found["zebra_v1"].path.parent == other
    assert not found["zebra_v1"].bundled
    assert catalogue.bytes_of("pricing", "shop_v1")[0] == SHOP


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="does not exist") as caught:
        Catalogue([tmp_path / "none"])
    assert (caught.value.problem_code, caught.value.status) == ("pack.no_folder", 404)


def test_files_that_are_no_packs_are_passed_over(folder: Path) -> None:
    for name in ("notes.yaml", "pricing_final.yaml", "other_v1.yaml", "pricing_x_v0.yaml", "a.txt"):
        (folder / name).write_text("x")
    own = [entry for entry in Catalogue([folder]).entries() if not entry.bundled]
    assert [entry.ref for entry in own] == ["shop_v1"]


@pytest.mark.parametrize(
    "ref",
    [
        "../v1",
        "/etc/passwd",
        "v1.yaml",
        "v1/../v1",
        "",
        "v0",
        "V1",
        "x",
        "v1\n",
        "shop v1",
        "a\x00_v1",
    ],
)
def test_a_reference_is_a_name_and_not_a_path(ref: str) -> None:
    error = refused(Catalogue(), ref)
    assert (error.problem_code, error.status) == ("pack.bad_reference", 422)


def test_a_missing_pack_has_a_suggestion(folder: Path) -> None:
    error = refused(Catalogue([folder]), "shopp_v1")
    assert (error.problem_code, error.status) == ("pack.not_found", 404)
    assert error.hint == "did you mean 'shop_v1'?"
    assert "shop_v1, v1" in refused(Catalogue([folder]), "quite-something-else_v9").hint


def test_no_pack_of_that_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "bundled_dir", lambda: tmp_path)
    assert refused(Catalogue(), "v1").hint == "known pricing packs: none"


def test_a_pack_may_not_hide_a_bundled_one_with_other_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "pricing_v1.yaml"
    copy.write_bytes(V1)
    assert Catalogue([tmp_path]).bytes_of("pricing", "v1") == (V1, copy)
    copy.write_bytes(V1 + b"\n")
    error = refused(Catalogue([tmp_path]), "v1")
    assert error.problem_code == "pack.hides_bundled"
    assert "next version" in error.hint


def test_an_altered_pack_is_refused(folder: Path) -> None:
    sums = folder / SUMS
    sums.write_text(f"{sha256(SHOP).hexdigest()} *pricing_shop_v1.yaml\n\nnonsense\n")
    assert Catalogue([folder]).load("pricing", "shop_v1")[1] == sha256(SHOP).hexdigest()
    (folder / "pricing_shop_v1.yaml").write_bytes(SHOP + b"# one more byte\n")
    error = refused(Catalogue([folder]), "shop_v1")
    assert error.problem_code == "pack.altered"
    assert sha256(SHOP).hexdigest() in error.detail


@pytest.mark.parametrize("change", [b"\r\n", b" ", b"\n"])
def test_an_altered_bundled_pack_is_refused(
    change: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pricing_v1.yaml").write_bytes(V1 + change)
    (tmp_path / SUMS).write_text(f"{sha256(V1).hexdigest()}  pricing_v1.yaml\n")
    monkeypatch.setattr(module, "bundled_dir", lambda: tmp_path)
    assert refused(Catalogue(), "v1").problem_code == "pack.altered"


@pytest.mark.parametrize(
    "sums", [None, f"{'0' * 64}  pricing_other_v1.yaml\n"], ids=["no sums", "sums of others"]
)
def test_a_bundled_pack_that_the_sums_do_not_name_is_refused(
    sums: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled, copies = tmp_path / "bundled", tmp_path / "copies"
    for place in (bundled, copies):
        place.mkdir()
        (place / "pricing_v1.yaml").write_bytes(V1)
    if sums is not None:
        (bundled / SUMS).write_text(sums)
    monkeypatch.setattr(module, "bundled_dir", lambda: bundled)
    error = refused(Catalogue(), "v1")
    assert (error.problem_code, error.status) == ("pack.altered", 422)
    assert "does not name the bundled pack pricing_v1.yaml" in error.detail
    # a copy proves nothing of a pack that nobody vouches for
    assert refused(Catalogue([copies]), "v1").problem_code == "pack.hides_bundled"


def test_a_pack_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    error = refused(Catalogue([folder]), "shop_v1")
    assert (error.problem_code, error.status) == ("pack.unreadable", 404)
    assert "Permission denied" in error.detail
    catalogue = Catalogue([folder])
    monkeypatch.setattr(Path, "stat", deny)
    assert refused(catalogue, "shop_v1").problem_code == "pack.unreadable"
    with pytest.raises(PackError, match="Permission denied"):
        Catalogue([folder])


def test_installed_packs_are_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "apex_cli" / "data" / "packs").mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "apex_cli")
    assert bundled_dir() == tmp_path / "apex_cli" / "data" / "packs"


def test_sums_that_are_not_text_prove_nothing(folder: Path) -> None:
    (folder / SUMS).write_bytes(b"\xff\xfe  pricing_shop_v1.yaml\n")
    assert refused(Catalogue([folder]), "shop_v1").problem_code == "pack.altered"
