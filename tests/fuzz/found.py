"""What fuzzing has found, each as bytes of its target: it must not come again."""

from tests.fuzz.proofs import armoured, dearmoured
from tests.fuzz.seeds import signatures


def _signature(old: bytes, new: bytes) -> bytes:
    """A signature in which the last string that is so is another."""
    before, _, after = dearmoured(signatures()[0]).rpartition(len(old).to_bytes(4, "big") + old)
    return armoured(before + len(new).to_bytes(4, "big") + new + after)


FOUND: dict[str, tuple[bytes, ...]] = {
    "signatures": (
        _signature(b"ssh-ed25519", b"ssh-ed25518"),  # AssertionError: the library asserts the kind
        _signature(b"sha512", b"shake_128"),  # TypeError: a digest without a length of its own
    ),
}
"""By target, with what it was."""
