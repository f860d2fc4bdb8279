"""Packs held against their folder's SHA256SUMS, and pack files read wherever they lie."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from apex_cli import files
from apex_cli.errors import ApexError, Fault, PackError, suggestion
from apex_cli.packs.catalogue import Catalogue, sums_in
from apex_cli.packs.loader import load
from apex_cli.packs.model import Pack
from apex_cli.vocabulary import PACK_KINDS, REF_PATTERN, PackKind
from apex_cli.yaml_reader import MAX_BYTES, parse


class Proof(NamedTuple):
    """A pack file and whether it is as released, and loads.

    Args:
        name: ``footing_ibc-2021_v1``.
        passed: Whether nothing is wrong with it.
        detail: Its digest, or what is wrong.
    """

    name: str
    passed: bool
    detail: str


def seen(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every pack that can be seen, with its digest."""
    rows = []
    for entry in catalogue.entries():
        row: dict[str, Any] = {
            "name": f"{entry.kind}_{entry.ref}",
            "kind": entry.kind,
            "ref": entry.ref,
        }
        try:
            pack, sha256 = catalogue.load(entry.kind, entry.ref)
            row |= {"standard": pack.standard, "released": pack.released, "sha256": sha256}
        except PackError as error:
            row |= {"standard": f"unusable: {error.detail}", "released": None, "sha256": None}
        rows.append({**row, "bundled": entry.bundled})
    return rows


def proofs(catalogue: Catalogue) -> Iterator[Proof]:
    """Every pack that can be seen, and every pack that a SHA256SUMS names but is not there."""
    for entry in catalogue.entries():
        name = f"{entry.kind}_{entry.ref}"
        try:
            _, sha256 = catalogue.load(entry.kind, entry.ref)
            yield Proof(name, passed=True, detail=f"sha256 {sha256}")
        except PackError as error:
            yield Proof(name, passed=False, detail=error.detail)
    for folder in catalogue.folders:
        for file in sums_in(folder):
            if not (folder / file).exists():
                detail = f"{folder / file} is named by SHA256SUMS, but it is not there"
                yield Proof(file.removesuffix(".yaml"), passed=False, detail=files.shown(detail))


def validated(paths: Iterable[Path]) -> tuple[list[dict[str, Any]], int]:
    """Pack files on the way: a row for each with all its faults, and the worst exit code."""
    rows, code = [], 0
    for path in paths:
        row: dict[str, Any] = {
            "path": files.shown(path), "passed": True, "name": None, "faults": [],
        }  # fmt: skip
        try:
            pack = read_pack(str(path))
            row["name"] = f"{pack.kind}_{pack.ref}"
        except ApexError as error:
            faults = error.faults or [Fault("", error.detail, hint=error.hint)]
            row |= {"passed": False, "faults": [fault._asdict() for fault in faults]}
            code = max(code, error.exit_code)
        rows.append(row)
    return rows, code


def named(name: str, catalogue: Catalogue) -> Pack:
    """The pack in a file of this name, or else the one the catalogue knows by it.

    Raises:
        ApexError: There is none, or it cannot be read.
    """
    if name.endswith(".yaml") and Path(name).exists():
        return read_pack(name)
    return catalogue.load(*name_parts(name))[0]


def name_parts(name: str) -> tuple[PackKind, str]:
    """Kind and reference in a pack's name; the file's ending may stand there too.

    Raises:
        PackError: It is not the name of a pack.

    >>> name_parts("exposure_asce7-22_v1.yaml")
    ('exposure', 'asce7-22_v1')
    """
    kind, _, ref = name.removesuffix(".yaml").partition("_")
    if kind not in PACK_KINDS or not re.fullmatch(REF_PATTERN, ref):
        raise PackError(
            f"{name!r} is not the name of a pack: <kind>_<ref>, its ref ending in v<N>",
            code="pack.bad_name",
            hint=suggestion(kind, PACK_KINDS) or "as in exposure_asce7-22_v1",
        )
    return kind, ref


def read_pack(path: str) -> Pack:
    """The pack in a file, whether it is released or still being written.

    Raises:
        FileProblem: It cannot be read.
        PackError: It is not named like a pack, or has one fault for each place that is wrong.
    """
    file = Path(path)
    try:
        kind, ref = name_parts(file.name)
    except PackError as misnamed:
        if not file.is_file():
            raise
        raise _misnamed(files.read(file, MAX_BYTES), file.name, misnamed) from misnamed
    return load(files.read(file, MAX_BYTES), file.name, kind, ref)


def _misnamed(data: bytes, name: str, misnamed: PackError) -> PackError:
    """What is wrong with a file that is not named like a pack, by what it says of itself."""
    faults = [Fault("", misnamed.detail, hint=misnamed.hint)]
    said = parse(data, name).value
    kind, ref = (said.get("kind"), said.get("ref")) if isinstance(said, dict) else (None, None)
    if kind in PACK_KINDS:
        faults[0] = faults[0]._replace(hint=f"call it {kind}_{ref}.yaml")
        try:
            load(data, name, kind, str(ref))
        except PackError as wrong:
            faults += wrong.faults or [Fault("", wrong.detail, hint=wrong.hint)]
    return PackError(
        misnamed.detail, code=misnamed.problem_code, hint=faults[0].hint, faults=faults
    )
