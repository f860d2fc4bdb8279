"""Bundles signed by a key of OpenSSH, and proved: by apex, and by ssh-keygen without it."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization as kept
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from apex_cli.audit.locked import together
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.package import signed
from apex_cli.package.bundle import SIGNATURE, SUMS, bundle
from apex_cli.package.proved import rows_of_bundle
from apex_cli.package.signed import NAMESPACE, Signer, private_key, signature, signer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.store import load
from apex_cli.render.json import pretty
from apex_cli.run.chain import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "bare-footing.json"
PEM, OPENSSH = kept.Encoding.PEM, kept.PrivateFormat.OpenSSH
PLAIN = kept.NoEncryption()


@pytest.fixture(scope="module")
def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture(scope="module")
def answer() -> bytes:
    document = load(str(EXAMPLE)).document
    return pretty(run(together(document)[-1], document, Catalogue()))


@pytest.fixture
def files(answer: bytes) -> list[tuple[str, bytes]]:
    pack = Catalogue().bytes_of("footing", "ibc-2021_v1")[0]
    return [("answer.json", answer), ("packs/footing_ibc-2021_v1.yaml", pack), ("b\\\n.md", b"")]


def public_line(key: Ed25519PrivateKey) -> str:
    form = kept.PublicFormat.OpenSSH
    return key.public_key().public_bytes(kept.Encoding.OpenSSH, form).decode()


def outcomes(data: bytes, tmp_path: Path, signers: Path | None = None) -> list[tuple[str, int]]:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    rows = rows_of_bundle(str(path), (), signers, replay=True)
    return [(row["outcome"], row["exit_code"]) for row in rows]


def again(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same archive with other files in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if (made := change(name, old.read(name))) is not None:
                new.writestr(name, made)
    return target.getvalue()


def test_a_signed_bundle_is_proved_and_tells_whose_it_is(
    key: Ed25519PrivateKey, files: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    data = bundle(files, lambda sums: signature(key, sums))
    good = [("sums_right", 0), ("signed", 0), ("identical", 0)]
    assert outcomes(data, tmp_path) == good
    signers = tmp_path / "signers"
    signers.write_text(f"# ours\nruiz@example.org {public_line(key)}\n", "utf-8")
    assert outcomes(data, tmp_path, signers) == good
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sums, armoured = archive.read(SUMS), archive.read(SIGNATURE)
    assert signer(sums, armoured, signers).name == "ruiz@example.org"
    signers.write_text(f"other {public_line(Ed25519PrivateKey.generate())}\n", "utf-8")
    assert outcomes(data, tmp_path, signers)[1] == ("signer_unknown", 7)
    signers.write_text("no list\n", "utf-8")
    with pytest.raises(UsageError, match="no list of allowed signers"):
        outcomes(data, tmp_path, signers)


@pytest.mark.parametrize("digest", ["sha256", "md5", "sha1", "SHA512", "blake2b"])
def test_only_the_digests_of_ssh_keygen_are_taken(
    digest: str, key: Ed25519PrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed, "_HASH", digest)
    armoured = signature(key, b"sums")
    with nullcontext() if digest == "sha256" else pytest.raises(InvalidInput, match=digest):
        assert signer(b"sums", armoured).fingerprint


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda name, data: data + b" " if name == "answer.json" else data, "sums_differ"),
        (lambda name, data: None if name == "answer.json" else data, "sums_differ"),
        (lambda name, data: data + b"\nmore" if name == SUMS else data, "sums_differ"),
        (lambda name, data: data + b"\n" if name == SUMS else data, "signature_wrong"),
        (lambda name, _: b"none" if name == SIGNATURE else _, "signature_wrong"),
        (lambda name, data: None if name == SIGNATURE else data, "not_signed"),
        (lambda name, data: b"{}" if name == "answer.json" else data, "unreadable"),
    ],
)  # fmt: skip
def test_what_was_changed_is_told(
    change: Any, found: str, key: Ed25519PrivateKey, files: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    data = again(bundle(files, lambda sums: signature(key, sums)), change)
    told = outcomes(data, tmp_path)
    assert found in [outcome for outcome, _ in told]
    assert max(code for _, code in told) == (0 if found == "not_signed" else 7) or (
        found == "unreadable"
    )


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    packed, twice = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SUMS, b"0" * 10_000_000)
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    for data, why in (
        (b"x", "no bundle"), (packed.getvalue(), "compressed"), (twice.getvalue(), "one name"),
        (again(bundle([]), lambda *_: None), "no SHA256SUMS"),
        (bundle([("a", b"bcd")]).replace(b"bcd", b"bce"), "Bad CRC"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput, match=why):
            outcomes(data, tmp_path)


def test_files_that_overlap_are_refused(tmp_path: Path) -> None:
    data = bytearray(bundle([("a", b"1" * 5_000), ("b", b"2" * 5_000)]))
    where = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    first = data.find(b"PK\x01\x02")
    assert first < where
    data[first + 20 : first + 28] = (9_000).to_bytes(4, "little") * 2
    with pytest.raises(InvalidInput, match="overlap"):
        outcomes(bytes(data), tmp_path)


def test_keys_of_openssh(key: Ed25519PrivateKey, tmp_path: Path) -> None:
    path = tmp_path / "id"
    path.write_bytes(key.private_bytes(PEM, OPENSSH, PLAIN))
    with pytest.raises(UsageError, match="read by others"):
        private_key(path, lambda _: "")
    path.write_text(public_line(key))
    with pytest.raises(UsageError, match="is the public key"):
        private_key(path, lambda _: "")
    path.write_bytes(key.private_bytes(PEM, OPENSSH, PLAIN))
    path.chmod(0o600)
    assert private_key(path, lambda _: "").private_bytes_raw() == key.private_bytes_raw()
    cipher = kept.BestAvailableEncryption(b"secret")
    path.write_bytes(key.private_bytes(PEM, OPENSSH, cipher))
    assert private_key(path, lambda _: "secret").private_bytes_raw() == key.private_bytes_raw()
    curve = generate_private_key(SECP256R1()).private_bytes(PEM, OPENSSH, PLAIN)
    for data, word, why in (
        (path.read_bytes(), "wrong", "the passphrase is not that of"),
        (path.read_bytes(), "", "has a passphrase, and none was given"),
        (b"no key", "", "no private key"),
        (curve, "", "no Ed25519"),
    ):
        path.write_bytes(data)
        with pytest.raises(UsageError, match=why):
            private_key(path, lambda _, word=word: word)  # type: ignore[misc] # - bound at once


def test_without_the_extra_it_is_said(
    key: Ed25519PrivateKey, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = signature(key, b"")
    for name in ("sshsig", "cryptography.exceptions"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match="extra sign"):
        signer(b"", made)
    with pytest.raises(UsageError, match="extra sign"):
        private_key(tmp_path, lambda _: "")


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="there is no ssh-keygen here")
def test_ssh_keygen_proves_what_apex_signs_and_apex_what_it_signs(
    key: Ed25519PrivateKey, tmp_path: Path
) -> None:
    (tmp_path / "id").write_bytes(key.private_bytes(PEM, OPENSSH, PLAIN))
    (tmp_path / "id").chmod(0o600)
    (tmp_path / "signers").write_text(f"ruiz {public_line(key)}\n", "utf-8")
    (tmp_path / "sums").write_bytes(b"a sum\n")
    (tmp_path / "sums.sig").write_bytes(signature(key, b"a sum\n"))
    words = ["-Y", "verify", "-f", "signers", "-I", "ruiz", "-n", NAMESPACE, "-s", "sums.sig"]
    subprocess.run(["ssh-keygen", *words], cwd=tmp_path, input=b"a sum\n", check=True)
    (tmp_path / "sums.sig").unlink()
    words = ["-q", "-Y", "sign", "-n", NAMESPACE, "-f", "id", "sums"]
    subprocess.run(["ssh-keygen", *words], cwd=tmp_path, check=True, capture_output=True)
    theirs = (tmp_path / "sums.sig").read_bytes()
    assert isinstance(signer(b"a sum\n", theirs), Signer)
    words[words.index(NAMESPACE)] = "git"
    (tmp_path / "sums.sig").unlink()
    subprocess.run(["ssh-keygen", *words], cwd=tmp_path, check=True, capture_output=True)
    with pytest.raises(InvalidInput, match="Namespace"):
        signer(b"a sum\n", (tmp_path / "sums.sig").read_bytes())
