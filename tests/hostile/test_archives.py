"""Bundles that want to fool who verifies them, each found and named."""

import hashlib
import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization as kept
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from apex_cli.cli.output import Output
from apex_cli.cli.report import report
from apex_cli.envelope.build import content_digest
from apex_cli.errors import InvalidInput, UsageError
from apex_cli.package.archive import files_in
from apex_cli.package.bundle import SIGNATURE, SUMS, bundle, sum_line
from apex_cli.package.proved import rows_of_bundle
from apex_cli.package.signed import barred, signature, signer
from apex_cli.package.sources import bundle_of, source
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.json import pretty
from tests.package.test_bundle import GIVEN

EXAMPLE = Path(__file__).parents[2] / "examples" / "bare-footing.json"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes(kept.Encoding.OpenSSH, kept.PublicFormat.OpenSSH).decode()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """What a bundle of the example holds."""
    found = source(str(EXAMPLE), Catalogue(), (), (), lambda _: None)
    answer = pretty(found.envelopes[0])
    return dict(bundle_of(str(EXAMPLE), found, Catalogue(), answer))


def archive(
    members: list[tuple[str, bytes]], change: Callable[[zipfile.ZipInfo], object] = lambda _: None
) -> bytes:
    """An archive of these, stored; a change may be made to each entry."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in members:
            entry = zipfile.ZipInfo(name)
            change(entry)
            made.writestr(entry, data)
    return target.getvalue()


def summed(files: dict[str, bytes]) -> bytes:
    lines = [sum_line(name, hashlib.sha256(data).hexdigest()) for name, data in files.items()]
    return archive([*files.items(), (SUMS, "".join(lines).encode())])


def outcomes(data: bytes, folder: Path, signers: Path | None = None) -> dict[str, tuple[str, int]]:
    path = folder / "a.zip"
    path.write_bytes(data)
    rows = rows_of_bundle(str(path), (), signers, replay=True)
    return {row["path"].partition(":")[2]: (row["outcome"], row["exit_code"]) for row in rows}


ONE = [("a", b"1")]


def end_said(data: bytes, place: int, form: str, value: int) -> bytes:
    """The archive whose end says another number there."""
    made = bytearray(data)
    struct.pack_into(form, made, len(made) - 22 + place, value)
    return bytes(made)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no ZIP"),
        (b"PK\x05\x06" + bytes(17), "no ZIP"),
        (archive(ONE) + b"more", "behind its end"),
        (archive(ONE)[:-2] + b"\x04\x00more", "behind its end"),
        (archive(ONE) + archive([("b", b"2")]), "where it says"),
        (b"#!/bin/sh\n" + archive(ONE), "where it says"),
        (end_said(archive(ONE), 16, "<L", 0), "where it says"),
        (end_said(archive(ONE), 12, "<L", 0xFFFFFFFF), "where it says"),
        (end_said(archive(ONE), 4, "<H", 1), "where it says"),
        (archive([("../a", b"")]), "leads out"),
        (archive([("/etc/passwd", b"")]), "leads out"),
        (archive([("a/../../b", b"")]), "leads out"),
        (archive([("..\\a", b"")]), "leads out"),
        (archive([("C:a", b"")]), "leads out"),
        (archive([("a//b", b"")]), "leads out"),
        (archive([("a/", b"")]), "is a folder"),
        (archive([("abc", b"")]).replace(b"abc", b"a\0c"), "leads out"),
        (archive([("a", b"1"), ("A", b"2")]), "one name"),
        (archive([("\u00e9", b"1"), ("e\u0301", b"2")]), "one name"),
        (archive(ONE, lambda one: setattr(one, "external_attr", 0o120777 << 16)), "a link"),
        (archive(ONE, lambda one: setattr(one, "external_attr", 0o010666 << 16)), "a link"),
        (archive([("a", b"0" * 99)], lambda one: setattr(one, "compress_type", 8)), "compressed"),
        (archive(ONE).replace(b"a1PK", b"a2PK"), "CRC"),
        (archive([("aa", b"1")]).replace(b"aa1", b"ab1"), "differ"),
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_no_bundle(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        files_in(data)


def flagged(data: bytes, flag: int) -> bytes:
    made = bytearray(data)
    made[made.index(b"PK\x01\x02") + 8] |= flag
    return bytes(made)


def test_flags_and_what_lies_between() -> None:
    with pytest.raises(ValueError, match="encrypted"):
        files_in(flagged(archive(ONE), 1))
    with pytest.raises(ValueError, match="plainly"):
        files_in(flagged(archive(ONE), 8))
    made = archive([*ONE, ("b", b"2")])
    where = made.index(b"PK\x01\x02")
    gap = end_said(made[:where] + b"hidden" + made[where:], 16, "<L", where + 6)
    with pytest.raises(ValueError, match="between"):
        files_in(gap)
    second = made.index(b"PK\x03\x04", 4)
    lies = bytearray(made)
    struct.pack_into("<L", lies, made.rindex(b"PK\x01\x02") + 42, second + 1)
    with pytest.raises(ValueError, match="between"):
        files_in(bytes(lies))
    with pytest.raises(ValueError, match="too many"):
        files_in(end_said(bytes(17 * 2**20) + bytes(22), 0, "<L", 0x06054B50)[:-10]
                 + struct.pack("<LLH", 17 * 2**20, 0, 0))  # fmt: skip


def test_a_whole_bundle_holds(files: dict[str, bytes], tmp_path: Path) -> None:
    assert outcomes(bundle([*files.items()]), tmp_path) == {
        SUMS: ("sums_right", 0), SIGNATURE: ("not_signed", 0), "answer.json": ("identical", 0),
    }  # fmt: skip
    odd = bundle([*files.items(), ("a\u2028b\x0bc\x85.md", b"")])
    assert outcomes(odd, tmp_path)[SUMS] == ("sums_right", 0)


def forged(data: bytes) -> bytes:
    """An answer with another result and its digest made anew."""
    envelope = json.loads(data)
    envelope["result"]["required_depth_ft"] = 1.5
    envelope["content_sha256"] = content_digest(envelope)
    return json.dumps(envelope).encode()


def other_version(data: bytes) -> bytes:
    envelope = json.loads(data)
    envelope["meta"]["version"] = "9.9.9"
    return json.dumps(envelope).encode()


def test_what_was_swapped_is_named_though_its_sum_was_made_anew(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    project = f"project/{EXAMPLE.name}"
    pack = next(name for name in files if name.startswith("packs/"))
    lighter = json.loads(files[project])
    lighter["loads"]["lateral_lbf"] /= 2
    for name, data, found in (
        ("answer.json", forged(files["answer.json"]), ("changed", 7)),
        ("prove.py", b"print('all is well')", ("not_of_the_answer", 7)),
        (project, json.dumps(lighter).encode(), ("not_of_the_answer", 7)),
        (project, b"{}", ("not_of_the_answer", 7)),
        (project, b"no project", ("not_of_the_answer", 7)),
    ):
        told = outcomes(summed({**files, name: data}), tmp_path)
        assert told[name] == found
        assert told[SUMS] == ("sums_right", 0)
    swapped = {**files, pack: files[pack] + b"# mine\n"}
    assert outcomes(summed(swapped), tmp_path)["answer.json"][1] == 4
    older = {**files, "prove.py": b"", "answer.json": other_version(files["answer.json"])}
    assert outcomes(summed(older), tmp_path)["prove.py"] == ("not_known", 0)
    del older["answer.json"]
    assert outcomes(summed(older), tmp_path)["answer.json"] == ("no_answer", 7)


def test_a_project_with_other_packs_or_settings(files: dict[str, bytes], tmp_path: Path) -> None:
    project = f"project/{EXAMPLE.name}"
    document = json.loads(files[project])
    document["packs"]["footing"] = "ibc-2018_v1"
    told = outcomes(summed({**files, project: json.dumps(document).encode()}), tmp_path)
    assert told[project] == ("not_of_the_answer", 7)
    found = source(str(EXAMPLE), Catalogue(), ["footing.width_ft=3"], (), lambda _: None)
    whole = bundle_of(str(EXAMPLE), found, Catalogue(), pretty(found.envelopes[0]))
    assert project not in outcomes(bundle(whole), tmp_path), "as it was with --set"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda sums: sums + f"{'0' * 64}  ghost\n".encode(), "ghost (not there)"),
        (lambda sums: b"".join(sums.splitlines(keepends=True)[1:]), "answer.json (not named)"),
        (lambda sums: sums + sums.splitlines(keepends=True)[0], "twice"),
        (lambda sums: sums + b"# a word\n", "no sum"),
        (lambda sums: sums.replace(b"  answer", b" *answer"), "no sum"),
        (lambda sums: sums[:0], "no sum"),
        (lambda sums: sums + b"".join(b"0" * 64 + b"  %d\n" % n for n in range(99)), "more"),
    ],
)  # fmt: skip
def test_sums_that_name_others(
    change: Any, said: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    whole = {"answer.json": files["answer.json"], "b.md": b""}
    sums = files_in(summed(whole))[SUMS]
    path = tmp_path / "a.zip"
    path.write_bytes(archive([*whole.items(), (SUMS, change(sums))]))
    row = next(rows_of_bundle(str(path), (), None, replay=False))
    assert (row["outcome"], row["exit_code"]) == ("sums_differ", 7)
    assert said in row["detail"]


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        ("", "signed"),
        ('namespaces="apex-bundle,git" ', "signed"),
        ('namespaces="apex-*",valid-after="20200101Z" ', "signed"),
        ('namespaces="git" ', "signer_unknown"),
        ('namespaces="*,!apex-bundle" ', "signer_unknown"),
        ('valid-before="20200101000000" ', "signer_unknown"),
        ('valid-after="999912312359" ', "signer_unknown"),
        ("cert-authority ", "signer_unknown"),
    ],
)  # fmt: skip
def test_the_list_of_allowed_signers_is_obeyed(
    options: str, outcome: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    whole = bundle([("answer.json", files["answer.json"])], lambda sums: signature(KEY, sums))
    signers = tmp_path / "signers"
    signers.write_text(f'"a@x.org,b@x.org" {options}{PUBLIC}\n', "utf-8")
    path = tmp_path / "a.zip"
    path.write_bytes(whole)
    row = [*rows_of_bundle(str(path), (), signers, replay=False)][1]
    assert (row["outcome"], row["exit_code"]) == (outcome, 0 if outcome == "signed" else 7)
    assert "a@x.org,b@x.org" in row["detail"] or "is in" in row["detail"]


def test_with_signers_a_bundle_without_signature_does_not_pass(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    signers = tmp_path / "signers"
    signers.write_text(f"a {PUBLIC}\n", "utf-8")
    assert outcomes(bundle([*files.items()]), tmp_path, signers)[SIGNATURE] == (
        "signature_missing", 7,
    )  # fmt: skip


def test_a_list_that_is_none_is_not_quoted(tmp_path: Path) -> None:
    secret = KEY.private_bytes(kept.Encoding.PEM, kept.PrivateFormat.OpenSSH, kept.NoEncryption())
    path = tmp_path / "id"
    for data in (secret, b"a namespaces=git x y\n", b'a valid-before="soon" ' + PUBLIC.encode()):
        path.write_bytes(data)
        with pytest.raises(UsageError) as caught:
            signer(b"", signature(KEY, b""), path)
        assert secret.splitlines()[1][:20].decode() not in f"{caught.value} {caught.value.hint}"
    assert barred({}) == ""


def test_what_is_no_archive_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"a\.zip is no bundle"):
        outcomes(b"x" * 99, tmp_path)


def test_names_that_are_no_unicode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = os.fsdecode(b"caf\xe9")
    project, page = tmp_path / f"{named}.json", tmp_path / f"{named}.md"
    project.write_bytes(EXAMPLE.read_bytes())
    whole, sums = tmp_path / "a.zip", tmp_path / "sums"
    wanted = {**GIVEN, "output": (page,), "bundle": whole, "signature": sums}
    assert report(Output(format="json"), source=str(project), **wanted) == 0
    assert json.loads(capsys.readouterr().out)["result"]["signature"][0]["file"].isascii()
    assert b"  caf\xe9.md\n" in sums.read_bytes()
    told = outcomes(whole.read_bytes(), tmp_path)
    assert {code for _, code in told.values()} == {0}
