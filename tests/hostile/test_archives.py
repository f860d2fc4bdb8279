"""Archives that mean harm: nothing in them grows, leaves its place, or ends in a fault."""

import gzip
import io
import struct
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from apex_cli.batch.sources import items
from apex_cli.errors import InvalidInput
from apex_cli.package.proved import MAX_FILES, rows_of_bundle

Files = dict[str, bytes]


def archive(files: Files, **how: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **how) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def summed(files: Files) -> Files:
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return {**files, "SHA256SUMS": "".join(lines).encode()}


def proved(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    path = tmp_path / "b.zip"
    path.write_bytes(data)
    rows = rows_of_bundle(str(path), (), None, replay=True)
    found = [(row["outcome"], row["detail"]) for row in rows]
    assert [one.name for one in tmp_path.iterdir()] == ["b.zip"]
    return found


def link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        entry = zipfile.ZipInfo("answer.json")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        made.writestr(entry, "/etc/passwd")
        made.writestr("SHA256SUMS", summed({"answer.json": b"/etc/passwd"})["SHA256SUMS"])
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a", b"2")
    return out.getvalue()


GOOD = archive(summed({"a.txt": b"x"}))


def spoilt(mark: bytes, at: int, value: int) -> bytes:
    """The archive with two bytes of its last record of a kind overwritten."""
    made = bytearray(GOOD)
    struct.pack_into("<H", made, made.rfind(mark) + at, value)
    return bytes(made)


REFUSED = {
    "empty": (b"", "not a zip file"),
    "no end": (GOOD[:-5], "not a zip file"),
    "compressed": (archive({"a": b"0" * 10**6}, compression=zipfile.ZIP_DEFLATED), "compressed"),
    "encrypted": (spoilt(b"PK\x01\x02", 8, 1), "encrypted"),
    "an unknown method": (spoilt(b"PK\x01\x02", 10, 99), "compressed"),
    "larger than it is": (spoilt(b"PK\x01\x02", 26, 1), "overlap"),
    "elsewhere": (spoilt(b"PK\x01\x02", 44, 1), "no bundle"),
    "other bytes": (GOOD.replace(b"a.txtx", b"a.txty"), "CRC"),
    "thousands of files": (archive({str(n): b"" for n in range(MAX_FILES + 1)}), "1000 files"),
    "no sums": (archive({"a": b""}), "SHA256SUMS"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_bundle_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(InvalidInput, match=words) as caught:
        proved(tmp_path, data)
    assert caught.value.problem_code == "bundle.invalid"


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="one name"):
        proved(tmp_path, twice())


NAMES = ("../../x", "/etc/x", "packs/../../exposure_v1.yaml", "packs/" + "a" * 300 + ".yaml",
         "C:\\x", "packs/a\\..\\b.yaml", "con", "\u202ex", "a/b/../c")  # fmt: skip


def test_what_a_name_says_is_not_done(tmp_path: Path) -> None:
    found = proved(tmp_path, archive(summed(dict.fromkeys(NAMES, b"x"))))
    assert found[0] == ("sums_right", f"{len(NAMES)} files are as they were put in")


def test_a_pack_of_the_bundle_hides_none_of_ours(tmp_path: Path) -> None:
    files = {"packs/exposure_asce7-22_v1.yaml": b"kind: exposure\n", "answer.json": b"{}"}
    outcomes = [outcome for outcome, _ in proved(tmp_path, archive(summed(files)))]
    assert outcomes == ["sums_right", "not_signed", "unreadable"]


@pytest.mark.parametrize(
    "data", [link(), archive(summed({"answer.json": GOOD}))], ids=["a link", "an archive"]
)
def test_what_is_no_answer_is_read_as_what_it_is(tmp_path: Path, data: bytes) -> None:
    (_, sums), _, (outcome, detail) = proved(tmp_path, data)
    assert sums.startswith("1 files")
    assert (outcome, detail.split(":")[0]) in {
        ("unreadable", "not JSON"),
        ("unreadable", "not UTF-8"),
    }


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
