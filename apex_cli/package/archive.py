"""A bundle's files out of its archive: what `bundle` writes, and nothing that fools a reader.

Programs disagree on archives with something before, between or behind their files, with names that
differ in case or lead elsewhere. What could be read in two ways is no bundle.
"""

import io
import re
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Sequence

_END = struct.Struct("<4s4s2H2LH")
_HEAD = struct.Struct("<26s2H")
_MOST_DIRECTORY = 16 * 2**20
"""Bytes of the list of files: some hundred thousand names."""
_PLAIN = 0x0800
"""The one flag that an entry may have: its name is UTF-8."""


def files_in(data: bytes) -> dict[str, bytes]:
    """The files of a bundle; nothing in one is compressed, so none can grow.

    Raises:
        ValueError: It is no such archive, and why.
    """
    begins = _directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _require_plain(entries)
            _require_apart([entry.orig_filename for entry in entries])
            if _end_of(data, entries) != begins:
                raise ValueError("something lies between its files")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(str(error)) from error


def _directory(data: bytes) -> int:
    """Where the list of files begins, which ends with the file.

    Raises:
        ValueError: It does not: something comes behind it, or the archive is of another sort.
    """
    if len(data) < _END.size:
        raise ValueError("it is no ZIP archive")
    mark, parts, here, count, size, begins, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06" or comment:
        raise ValueError("it is no ZIP archive, or has something behind its end")
    if parts != bytes(4) or here != count or begins + size != len(data) - _END.size:
        raise ValueError("its list of files is not where it says")
    if size > _MOST_DIRECTORY:
        raise ValueError("it has too many files")
    return int(begins)


def _require_plain(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse what is no plain file.

    Raises:
        ValueError: Something in it is not.
    """
    for entry in entries:
        name = ascii(entry.orig_filename[:80])
        if entry.flag_bits & 1:
            raise ValueError(f"{name} is encrypted")
        if entry.compress_type != zipfile.ZIP_STORED:
            raise ValueError(f"{name} is compressed")
        if entry.flag_bits & ~_PLAIN or entry.compress_size != entry.file_size:
            raise ValueError(f"{name} is not stored plainly")
        if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}:
            raise ValueError(f"{name} is a link or something else that is no file")


def _require_apart(names: Sequence[str]) -> None:
    """Refuse names that lead elsewhere, or are one name to some system.

    Raises:
        ValueError: Which.
    """
    seen: set[str] = set()
    for name in names:
        parts = re.split(r"[/\\]", name)
        if "\0" in name or ".." in parts or "" in parts[:-1] or re.match("[A-Za-z]:", name):
            raise ValueError(f"the name {name[:80]!a} leads out of it")
        if not parts[-1]:
            raise ValueError(f"{name[:80]!a} is a folder")
        alike = unicodedata.normalize("NFC", name).casefold()
        if alike in seen:
            raise ValueError(f"two files in it have one name: {name[:80]!a}")
        seen.add(alike)


def _end_of(data: bytes, entries: Sequence[zipfile.ZipInfo]) -> int:
    """Where the files end that lie one behind the other from the very beginning.

    Raises:
        ValueError: They do not.
    """
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset != place or place + _HEAD.size > len(data):
            raise ValueError("something lies between its files, or they overlap")
        _, name, extra = _HEAD.unpack_from(data, place)
        place += _HEAD.size + name + extra + entry.file_size
    return place
