"""Which packs there are and where: --packs-dir, then APEX_PACKS, then the bundled ones."""

import os
import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from apex_cli.errors import ApexError, PackError, suggestion
from apex_cli.packs.model import Pack
from apex_cli.packs.unbuilt import refuse_unbuilt
from apex_cli.vocabulary import PACK_KINDS, REF_PATTERN, PackKind

SUMS = "SHA256SUMS"
_PACKAGE = Path(__file__).resolve().parents[1]


def bundled_dir() -> Path:
    """Folder of the bundled packs: inside an installed package, or beside it in a checkout."""
    inside = _PACKAGE / "data" / "packs"
    return inside if inside.is_dir() else _PACKAGE.parent / "packs"


class Entry(NamedTuple):
    """A pack file."""

    kind: PackKind
    ref: str
    path: Path
    bundled: bool


class Catalogue:
    """The packs one run can see; each is read once.

    Args:
        folders: Folders that are searched before `APEX_PACKS` and the bundled packs.
    """

    def __init__(self, folders: Iterable[str | os.PathLike[str]] = ()) -> None:
        given = [Path(folder) for folder in folders]
        given += [Path(part) for part in os.environ.get("APEX_PACKS", "").split(os.pathsep) if part]
        for folder in given:
            if not _is(Path.is_dir, folder):
                raise PackError(f"the pack folder {folder} does not exist", code="pack.no_folder")
        self._bundled = bundled_dir()
        self.folders = [*dict.fromkeys(given), self._bundled]
        self._read: dict[tuple[PackKind, str], tuple[Pack, str]] = {}

    def entries(self) -> list[Entry]:
        """Every pack, the first of each name, sorted by kind and ref."""
        found: dict[tuple[str, str], Entry] = {}
        for folder in self.folders:
            for path in sorted(folder.glob("*.yaml")):
                kind, _, ref = path.stem.partition("_")
                if kind in PACK_KINDS and re.fullmatch(REF_PATTERN, ref):
                    entry = Entry(kind, ref, path, folder == self._bundled)
                    found.setdefault((kind, ref), entry)
        return [found[key] for key in sorted(found)]

    def bytes_of(self, kind: PackKind, ref: str) -> tuple[bytes, Path]:
        """The bytes of a pack and where they were found.

        Raises:
            PackError: No such pack; it hides a bundled one with other bytes; or it is not the one
                that its folder's SHA256SUMS names.
            NoAnswer: It is of a standard that is known by name and not built in.
        """
        if not re.fullmatch(REF_PATTERN, ref):
            raise PackError(
                f"{ref!r} is not a pack reference; it is a name ending in v<N>, not a path",
                code="pack.bad_reference",
            )
        name = f"{kind}_{ref}.yaml"
        for folder in self.folders:
            path = folder / name
            if _is(Path.is_file, path):
                data = _read_bytes(path)
                self._guard(name, path, data)
                return data, path
        refuse_unbuilt(kind, ref)
        refs = [entry.ref for entry in self.entries() if entry.kind == kind]
        raise PackError(
            f"there is no {kind} pack {ref!r}",
            code="pack.not_found",
            hint=suggestion(ref, refs) or f"known {kind} packs: {', '.join(refs) or 'none'}",
        )

    def _guard(self, name: str, path: Path, data: bytes) -> None:
        digest = sha256(data).hexdigest()
        bundled = self._bundled / name
        alone = path == bundled or not _is(Path.is_file, bundled)
        if not alone and sums_in(self._bundled).get(name) != digest:
            raise PackError(
                f"{path} hides the bundled pack {name} but has other bytes",
                code="pack.hides_bundled",
                hint="a released pack is never edited: give the correction the next version",
            )
        expected = sums_in(path.parent).get(name)
        if expected is None and path == bundled:
            raise PackError(
                f"{SUMS} does not name the bundled pack {name}",
                code="pack.altered",
                hint=f"a new pack is named there: sha256sum *.yaml > {SUMS}, in its folder",
            )
        if expected is not None and expected != digest:
            raise PackError(
                f"{path} was altered: its SHA-256 is {digest}, {SUMS} says {expected}",
                code="pack.altered",
                hint="restore the released file; a correction is the next version",
            )

    def load(self, kind: PackKind, ref: str) -> tuple[Pack, str]:
        """A validated pack and the SHA-256 of its bytes."""
        key = (kind, ref)
        if key not in self._read:
            from apex_cli.packs.loader import load  # noqa: PLC0415 - models load when needed

            data, path = self.bytes_of(kind, ref)
            self._read[key] = load(data, path.name, kind, ref), sha256(data).hexdigest()
        return self._read[key]


def sums_in(folder: Path) -> dict[str, str]:
    """File names and digests of a folder's SHA256SUMS; empty if it has none."""
    path = folder / SUMS
    if not _is(Path.is_file, path):
        return {}
    lines = _read_bytes(path).decode("utf-8", "replace").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line.strip())
    return {pair[1].lstrip("*"): pair[0] for pair in pairs if len(pair) == 2}  # noqa: PLR2004 - a pair


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    try:
        return kind(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> PackError:
    return PackError(f"{path} cannot be read: {error.strerror}", code="pack.unreadable")


def require_readable(error: ApexError) -> None:
    """Raise again what says that a pack is there but cannot be read: it must not just be missing.

    >>> require_readable(PackError("there is none", code="pack.not_found"))
    """
    if error.problem_code == "pack.unreadable":
        raise error
