"""Doors for proofs: envelopes, bundles, their signatures, and who may sign."""

import base64
import io
import random
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import orjson

from apex_cli.audit.envelopes import envelopes_in, parse_envelope
from apex_cli.audit.verify import verify
from apex_cli.envelope.build import content_digest
from apex_cli.package.bundle import SIGNATURE, SUMS, bundle
from apex_cli.package.proved import rows_of_bundle
from apex_cli.package.signed import signature, signer
from tests.fuzz import seeds
from tests.fuzz.documents import one_of
from tests.fuzz.mutations import as_json, bent, spoilt, written

_HEAD, _FOOT = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"


def spoil_envelope(data: bytes, chance: random.Random) -> bytes:
    """Other values under a right digest, mostly: what is behind the digest is reached so."""
    if chance.random() < 0.2:
        return as_json(data, chance)
    try:
        made = bent(orjson.loads(data), chance)
        made["content_sha256"] = content_digest(made)
    except (ValueError, TypeError, AttributeError):
        return spoilt(data, chance)
    return written(made, chance)


def prove(data: bytes) -> None:
    for _, one in envelopes_in("answer.json", data):
        verify(parse_envelope(one), seeds.catalogue())


def spoil_bundle(data: bytes, chance: random.Random) -> bytes:
    """Other bytes, or another file within under right sums."""
    if chance.random() < 0.3:
        return spoilt(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {one.filename: archive.read(one) for one in archive.infolist()}
    except Exception:  # noqa: BLE001 - what the guided fuzzer has spoilt is spoilt on
        return spoilt(data, chance)
    if chance.random() < 0.3 and SUMS in files:
        name = chance.choice([one for one in (SUMS, SIGNATURE) if one in files])
        files[name] = spoilt(files[name], chance)
        return _zipped(files)
    files.pop(SUMS, None)
    signed = files.pop(SIGNATURE, None) is not None
    if files:
        name = chance.choice(list(files))
        spoil = as_json if name.endswith(".json") else spoilt
        files[name] = spoil(files[name], chance)
    if chance.random() < 0.1:
        files[chance.choice(("../a", "packs/x.yaml", "answer.json", "a" * 300, "/"))] = b"{}"
    sign = (lambda sums: signature(seeds.key(), sums)) if signed else None
    return bundle(list(files.items()), sign)


def _zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="apex-fuzz-"))


def prove_bundle(data: bytes) -> None:
    path, names = _folder() / "a.zip", _folder() / "signers"
    path.write_bytes(data)
    names.write_bytes(seeds.signers()[0])
    list(rows_of_bundle(str(path), (), one_of(data, (None, names)), replay=True))


def spoil_signature(data: bytes, chance: random.Random) -> bytes:
    """Other bytes within the armour, mostly."""
    if chance.random() < 0.4:
        return spoilt(data, chance)
    try:
        inner = dearmoured(data)
    except ValueError:
        return spoilt(data, chance)
    return armoured(spoilt(inner, chance))


def dearmoured(data: bytes) -> bytes:
    return base64.b64decode(data.strip().removeprefix(_HEAD).removesuffix(_FOOT.strip()))


def armoured(inner: bytes) -> bytes:
    return _HEAD + base64.encodebytes(inner) + _FOOT


def prove_signature(data: bytes) -> None:
    signer(seeds.SUMS, data)


def name_signer(data: bytes) -> None:
    path = _folder() / "signers"
    path.write_bytes(data)
    signer(seeds.SUMS, seeds.signatures()[0], path)
