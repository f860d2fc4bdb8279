"""What the files of a package are recognised by: name, size and digests."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from apex_cli.package.bundle import sum_line


def signature(files: Sequence[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """Name, size, SHA-256 and SHA-1 of each file of the package.

    >>> signature([("a.md", b"")])[0]["sha1"]
    'da39a3ee5e6b4b0d3255bfef95601890afd80709'
    """
    return [
        {
            "file": PurePath(name).name,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "sha1": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        }
        for name, data in files
    ]


def signature_text(rows: Sequence[Mapping[str, Any]], paths: Sequence[Path | None]) -> str:
    """The same as lines that ``sha256sum -c`` accepts as they are.

    Files that lie nowhere on this disk by themselves, such as packs that come with the program,
    and all SHA-1 are comments.

    Args:
        rows: The signature of every file.
        paths: Where each lies, as seen from the folder of the signature; None for nowhere.
    """
    lines = []
    for row, path in zip(rows, paths, strict=True):
        line = sum_line(row["file"] if path is None else path.as_posix(), row["sha256"])
        lines.append(line if path else f"# {line}")
    lines += [f"# SHA-1 {sum_line(row['file'], row['sha1'])}" for row in rows]
    return "".join(lines)


def seen_from(folder: Path, paths: Sequence[Path | None]) -> list[Path | None]:
    """Paths as they are called from within a folder."""
    return [None if path is None else Path(os.path.relpath(path, folder)) for path in paths]
