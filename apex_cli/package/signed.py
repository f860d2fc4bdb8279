"""Signatures of a bundle by its maker's own OpenSSH key, in the form that ssh-keygen -Y knows.

Keys and Ed25519 are the library `cryptography`'s, the form is `sshsig`'s (extra ``sign``), so
``ssh-keygen -Y verify`` proves it without apex, and a key in an agent or a token may sign by
``ssh-keygen -Y sign`` instead.
"""

import hashlib
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.errors import InvalidInput, UsageError
from apex_cli.files import STDIN, read_input, shown, unless_installed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAMESPACE = "apex-bundle"
"""What the signature is for; one that was made for anything else is refused."""
_HASH = "sha512"
_HASHES = (b"sha256", b"sha512")
"""Those of the form; a signature by another, md5 say, would hold for other bytes too."""
_ASKED = "it is asked for on the terminal; a key in an agent signs by ssh-keygen -Y sign"
"""Of a passphrase that is not there or is wrong."""
_KIND = b"ssh-ed25519"
_MOST = 64 * 1024
"""No key file and no signature is larger."""


class Signer(NamedTuple):
    """Who signed.

    Args:
        fingerprint: Of the public key, as ``ssh-keygen -l`` tells it.
        name: Of the signer, where a list of allowed signers has the key; else empty.
        barred: Why the list has the key and yet does not allow it here and now; else empty.
    """

    fingerprint: str
    name: str
    barred: str = ""


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
    if data.startswith((b"ssh-", b"ecdsa-", b"sk-")):
        raise UsageError(f"{name} is the public key; --sign wants the private one", hint=hint)
    _require_own(path)
    try:
        try:
            key = load_ssh_private_key(data, None)
        except TypeError:  # it is encrypted
            said = ask(f"passphrase of {name}: ").encode()
            if not said:
                raise UsageError(
                    f"{name} has a passphrase, and none was given", hint=_ASKED
                ) from None
            try:
                key = load_ssh_private_key(data, said)
            except ValueError as error:
                raise UsageError(f"the passphrase is not that of {name}", hint=_ASKED) from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(f"{name} gives no private key of OpenSSH: {error}", hint=hint) from error
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise UsageError(f"{name} is no Ed25519 key", hint=hint)
    return key


def _require_own(path: Path) -> None:
    """Refuse one's own key that others may read, as ssh does.

    Raises:
        UsageError: It is such a key.
    """
    if sys.platform == "win32" or str(path) == STDIN:
        return
    found = path.stat()
    if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and found.st_mode & 0o077:
        raise UsageError(
            f"{shown(str(path))} can be read by others: a private key must be its owner's alone",
            hint="chmod 600 it; if others had it, make a new one: ssh-keygen -t ed25519",
        )


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
        from sshsig import check_signature  # noqa: PLC0415 - an extra
        from sshsig.sshsig import SshsigSignature  # noqa: PLC0415 - an extra

    try:
        _require_hash(SshsigSignature.from_armored(armoured[:_MOST]).hash_algo)
        key = check_signature(data, armoured[:_MOST], NAMESPACE)
    except Exception as error:  # by an AssertionError, too, does the library tell what is none
        why = str(error) or "it is not of these sums"
        raise InvalidInput(f"the signature does not hold: {why}") from error
    return Signer(key.sha256_str(), *(_name(key.openssh_str(), signers) if signers else ("",)))


def _require_hash(name: bytes) -> None:
    """Refuse a digest that ssh-keygen would not take, though Python has it.

    Raises:
        ValueError: It is such a one.

    >>> _require_hash(b"sha512")
    """
    if name not in _HASHES:
        said = name[:40].decode("ascii", "replace")
        raise ValueError(f"its digest is {said}, not sha256 or sha512")


def _name(key: str, signers: Path) -> tuple[str, str]:
    """Who has this key, by the list of allowed signers, or why it does not count."""
    from sshsig.allowed_signers import load_allowed_signers_file  # noqa: PLC0415 - an extra

    text = read_input(str(signers), _MOST).decode("utf-8", "replace")
    try:
        rows = list(load_allowed_signers_file(io.StringIO(text)))
    except (ValueError, IndexError):  # which says the line: of a private key, say
        raise UsageError(
            f"{shown(str(signers))} is no list of allowed signers",
            hint="a line for each: ruiz@example.org ssh-ed25519 AAAA…",
        ) from None
    wanted = key.split()[:2]
    why = ""
    for row in rows:
        ours = [row.key_type, row.base64_key] == wanted
        if ours and not (why := barred(row.options or {})):
            return row.principals, ""
    return "", why


def barred(options: Mapping[str, str]) -> str:
    """Why a row of the list with these options does not allow a signature here and now; or empty.

    >>> barred({"namespaces": "git,apex-*"}), barred({"namespaces": "git"})
    ('', 'for git alone')
    >>> barred({"valid-before": "20200101"}), barred({"valid-after": "20200101Z"})
    ('until 20200101', '')
    """
    if "cert-authority" in options:
        return "as one that vouches for keys, which is not read here"
    spaces = options.get("namespaces")
    if spaces is not None and not _listed(NAMESPACE, spaces.split(",")):
        return f"for {spaces} alone"
    now = datetime.now(UTC)
    if (after := options.get("valid-after")) and now < _moment(after):
        return f"from {after} on"
    if (before := options.get("valid-before")) and now >= _moment(before):
        return f"until {before}"
    return ""


def _listed(word: str, patterns: Sequence[str]) -> bool:
    """Whether a word fits one of OpenSSH's patterns (`*`, `?`), and none that is negated (`!`)."""
    hits = [one for one in patterns if fnmatchcase(word, one.lstrip("!").replace("[", "[[]"))]
    return bool(hits) and not any(one.startswith("!") for one in hits)


def _moment(said: str) -> datetime:
    """A time as OpenSSH writes it: YYYYMMDD[HHMM[SS]], here, or with a Z in UTC.

    Raises:
        UsageError: It is none.
    """
    bare = said.removesuffix("Z")
    try:
        found = datetime.strptime(bare, _TIMES[len(bare)])  # noqa: DTZ007 - which zone comes next
    except (KeyError, ValueError) as error:
        raise UsageError(f"the list of allowed signers has no time {said[:40]!r}") from error
    return found.replace(tzinfo=UTC) if said != bare else found.astimezone(UTC)


_TIMES = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}


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
