"""Everything of a package in one file: package, answer, project, packs, and sums to check them."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import PurePath

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the bundle bears, so that equal files make equal bundles."""


def bundle(
    files: Sequence[tuple[str, bytes]], sign: Callable[[bytes], bytes] | None = None
) -> bytes:
    """A ZIP archive of these files, with their sums as ``sha256sum -c`` reads them.

    Nothing is compressed, and no time, owner or mode of this machine is in it: equal files give
    equal bytes everywhere.

    Args:
        files: Names in the archive, and bytes; a name that comes again is told apart by a number.
        sign: Makes the detached signature of the sums, if they are to be signed.
    """
    named = _apart(files)
    lines = (sum_line(name, hashlib.sha256(data).hexdigest()) for name, data in named)
    sums = "".join(lines).encode()
    last = [(SUMS, sums), *([(SIGNATURE, sign(sums))] if sign else [])]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in [*named, *last]:
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data)
    return target.getvalue()


def sum_line(name: str, digest: str) -> str:
    r"""A line of the sums; a name that would break the line is escaped as coreutils do.

    >>> sum_line("a\nb", "0a")[-5:-1]
    'a\\nb'
    """
    shown = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if shown != name else ""
    return f"{mark}{digest}  {shown}\n"


def _apart(files: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    found: dict[str, bytes] = {}
    for given, data in files:
        name = given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # ZIP has UTF-8
        path, n = PurePath(name), 1
        while str(path) in found and found[str(path)] != data:
            n += 1
            path = PurePath(name).with_stem(f"{PurePath(name).stem}-{n}")
        found[str(path)] = data
    return sorted(found.items())
