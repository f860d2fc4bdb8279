"""What is fuzzed: whole inputs, how they are spoilt, and what apex does with them."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from apex_cli.errors import ApexError
from apex_cli.records.model import Faulty
from apex_cli.units.text import NoQuantity
from tests.fuzz import documents, proofs, seeds, texts
from tests.fuzz.mutations import as_json, spoilt


class Target(NamedTuple):
    """A door of apex through which anything may come.

    Args:
        share: How many of a thousand inputs go here: those that cost little are many.
        take: Does with an input what apex does; raises what it raises.
        seeds: What is spoilt.
        spoil: Makes an input of one of them.
    """

    share: int
    take: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    spoil: Callable[[bytes, random.Random], bytes] = spoilt

    def drawn(self, chance: random.Random) -> bytes:
        """An input by chance."""
        return self.spoil(chance.choice(self.seeds()), chance)


OURS = (ApexError, Faulty, NoQuantity)
"""What may be raised: the errors of apex, and the two that its rooms raise before they are such."""

TARGETS: dict[str, Target] = {
    "units": Target(300, texts.read_quantity, lambda: texts.QUANTITIES),
    "set": Target(100, texts.set_it, lambda: texts.SETTINGS),
    "axes": Target(160, texts.vary, lambda: texts.AXES),
    "csv": Target(15, texts.read_table, lambda: [texts.TABLE]),
    "sticks": Target(90, texts.buy, lambda: texts.STICKS),
    "reader": Target(60, documents.read_json, seeds.documents, as_json),
    "yaml": Target(50, documents.read_yaml, seeds.yamls),
    "packs": Target(10, documents.read_pack, seeds.pack_beginnings),
    "replies": Target(50, documents.import_reply, lambda: documents.REPLIES, as_json),
    "merge": Target(25, documents.merge_them, documents.merge_seeds, as_json),
    "answers": Target(20, documents.solve, seeds.documents, as_json),
    "constants": Target(8, documents.solve_with, seeds.constants, as_json),
    "quotes": Target(8, documents.quote_it, seeds.priced, as_json),
    "books": Target(8, documents.quote_by, seeds.books, as_json),
    "bom": Target(10, documents.list_it, seeds.documents, as_json),
    "envelopes": Target(3, proofs.prove, seeds.answers, proofs.spoil_envelope),
    "bundles": Target(3, proofs.prove_bundle, seeds.bundles, proofs.spoil_bundle),
    "signatures": Target(60, proofs.prove_signature, seeds.signatures, proofs.spoil_signature),
    "signers": Target(20, proofs.name_signer, seeds.signers),
}
