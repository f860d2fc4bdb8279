"""Signatures of a bundle by its maker's own OpenSSH key, in the form that ssh-keygen -Y knows.

Keys and Ed25519 are the library `cryptography`'s, the form is `sshsig`'s (extra ``sign``), so
``ssh-keygen -Y verify`` proves it without apex, and a key in an agent or a token may sign by
``ssh-keygen -Y sign`` instead.
"""

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.errors import InvalidInput, UsageError
from apex_cli.files import read_input, shown, unless_installed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAMESPACE = "apex-bundle"
"""What the signature is for; one that was made for anything else is refused."""
_HASH = "sha512"
_KIND = b"ssh-ed25519"
_MOST = 64 * 1024
"""No key file and no signature is larger."""


class Signer(NamedTuple):
    """Who signed.

    Args:
        fingerprint: Of the public key, as ``ssh-keygen -l`` tells it.
        name: Of the signer, where a list of allowed signers has the key; else empty.
    """

    fingerprint: str
    name: str


def private_key(path: Path, ask: Callable[[str], str]) -> "Ed25519PrivateKey":
    """The Ed25519 key in an OpenSSH key file.

    Args:
        path: Of the file, as ``ssh-keygen -t ed25519`` writes it.
        ask: Asks for the passphrase of an encrypted key.

    Raises:
        UsageError: It is another key, the passphrase is wrong, or the extra is not installed.
        FileProblem: It cannot be read.
    """
    with _library():
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - an extra
            load_ssh_private_key,
        )

    name, data = shown(str(path)), read_input(str(path), _MOST)
    hint = "ssh-keygen -t ed25519 makes one; or sign SHA256SUMS by ssh-keygen -Y sign"
    try:
        try:
            key = load_ssh_private_key(data, None)
        except TypeError:  # it is encrypted
            key = load_ssh_private_key(data, ask(f"passphrase of {name}: ").encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(f"{name} gives no private key of OpenSSH: {error}", hint=hint) from error
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise UsageError(f"{name} is no Ed25519 key", hint=hint)
    return key


def signature(key: "Ed25519PrivateKey", data: bytes) -> bytes:
    """The detached signature of these bytes, as ``ssh-keygen -Y sign`` would make it."""
    from sshsig.sshsig import SshsigWrapper, ssh_enarmor_sshsig  # noqa: PLC0415 - an extra

    space, how = NAMESPACE.encode(), _HASH.encode()
    hashed = hashlib.new(_HASH, data).digest()
    to_sign = SshsigWrapper(namespace=space, hash_algo=how, hash=hashed).to_bytes()
    public = _strings(_KIND, key.public_key().public_bytes_raw())
    signed = _strings(_KIND, key.sign(to_sign))
    version = (1).to_bytes(4, "big")
    whole = b"SSHSIG" + version + _strings(public, space, b"", how, signed)
    return ssh_enarmor_sshsig(whole).encode()


def signer(data: bytes, armoured: bytes, signers: Path | None = None) -> Signer:
    """Who signed these bytes.

    Args:
        data: What was signed.
        armoured: The signature.
        signers: A file of allowed signers, as OpenSSH has it: name, kind and key in a line.

    Raises:
        InvalidInput: The signature is not of these bytes, or cannot be read.
        UsageError: The signers cannot be read, or the extra is not installed.
    """
    with _library():
        from sshsig import InvalidSignature, check_signature  # noqa: PLC0415 - an extra

    try:
        key = check_signature(data, armoured[:_MOST], NAMESPACE)
    except (InvalidSignature, NotImplementedError, ValueError, EOFError) as error:
        why = str(error) or "it is not of these sums"
        raise InvalidInput(f"the signature does not hold: {why}") from error
    return Signer(key.sha256_str(), _name(key.openssh_str(), signers) if signers else "")


def _name(key: str, signers: Path) -> str:
    """Who has this key, by the list of allowed signers; empty where it is not in it."""
    from sshsig.allowed_signers import load_allowed_signers_file  # noqa: PLC0415 - an extra

    text = read_input(str(signers), _MOST).decode("utf-8", "replace")
    try:
        rows = list(load_allowed_signers_file(io.StringIO(text)))
    except (ValueError, IndexError) as error:
        raise UsageError(f"{shown(str(signers))} is no list of allowed signers: {error}") from error
    wanted = key.split()[:2]
    found = [row.principals for row in rows if [row.key_type, row.base64_key] == wanted]
    return found[0] if found else ""


def _strings(*parts: bytes) -> bytes:
    """Strings as SSH has them: each behind its length."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


@contextmanager
def _library() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        missing = UsageError(
            "signatures need the extra sign", hint="pip install 'apex-sign-calculator[sign]'"
        )
        raise unless_installed("sshsig", error, missing) from error
