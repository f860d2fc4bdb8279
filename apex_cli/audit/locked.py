"""The answers of a project, by their digests: what `lock` writes and `check` compares."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from apex_cli.envelope.headline import headline
from apex_cli.errors import ApexError, InvalidInput
from apex_cli.files import shown
from apex_cli.packs.catalogue import Catalogue, require_readable
from apex_cli.project import store
from apex_cli.project.file import require_match
from apex_cli.project.lock import lock_block, write_lock
from apex_cli.run.chain import run
from apex_cli.run.prepare import parts_of
from apex_cli.vocabulary import PARTS, CalculationKind, JsonObject, Part, without_nulls

_ASKED_BY: dict[Part, tuple[str, ...]] = {
    "exposure": ("site",),
    "footing": ("footing",),
    "support": ("support",),
    "pricing": ("pricing",),
}
"""A project asks for a calculation when it names its pack and has these blocks."""


class Answers(NamedTuple):
    """Every answer that a project asks for.

    Args:
        envelopes: By calculation.
    """

    envelopes: dict[Part, dict[str, Any]]

    @property
    def failed(self) -> list[str]:
        """The checks that failed, each as a sentence."""
        return [sentence for _, sentence in self.unmet]

    @property
    def unmet(self) -> list[tuple[str, str]]:
        """The same, each with the pointer of the block that its calculation is asked for by."""
        return [
            (f"/{_ASKED_BY[kind][0]}", f"{kind}: {_unmet(check)}")
            for kind, envelope in self.envelopes.items()
            for check in envelope["checks"]
            if not check["passed"]
        ]

    @property
    def warnings(self) -> list[Mapping[str, Any]]:
        """The warnings of all answers, each once."""
        told = [item for envelope in self.envelopes.values() for item in envelope["warnings"]]
        return list({item["code"] + item["message"]: item for item in told}.values())

    @property
    def packs(self) -> dict[str, tuple[str, str]]:
        """The packs that were read: per kind the reference and the digest."""
        return {
            kind: (pack["ref"], pack["sha256"])
            for envelope in self.envelopes.values()
            for kind, pack in envelope["trace"]["pack_metadata"].items()
        }

    @property
    def results(self) -> dict[str, str]:
        """The digest of each answer."""
        return {kind: item["content_sha256"] for kind, item in self.envelopes.items()}

    @property
    def lock(self) -> dict[str, Any]:
        """The lock block that stands for these answers."""
        return lock_block(self.packs, self.results, self.headline)

    @property
    def headline(self) -> dict[str, Any]:
        """The headline numbers of all answers."""
        return {
            name: value for kind in self.envelopes for name, value in self.numbers(kind).items()
        }

    def numbers(self, kind: str) -> dict[str, Any]:
        """The headline numbers of one answer; none where there is no such answer."""
        envelope = self.envelopes.get(kind)  # type: ignore[call-overload] # - a lock may name any
        found = headline(kind, envelope["result"]) if envelope else {}
        return {name: value for name, value in found.items() if value is not None}


def _unmet(check: Mapping[str, Any]) -> str:
    held = f"{check['demand']} against {check['capacity']} {check['unit']}"
    return f"{check['description']} ({held})"


def asked(document: JsonObject) -> tuple[Part, ...]:
    """The calculations that a project asks for.

    >>> asked({"packs": {"exposure": "v1", "footing": "v1"}, "footing": {"type": "pier"}})
    ('footing',)
    """
    return tuple(kind for kind, missing in _missing(document).items() if not missing)


def lacking(document: JsonObject) -> dict[Part, str]:
    """What half of the calculations that a project half asks for lacks, as ``packs.pricing``.

    >>> lacking({"packs": {"exposure": "v1"}, "footing": {"type": "pier"}})
    {'exposure': 'site', 'footing': 'packs.footing'}
    """
    return {
        kind: missing[0]
        for kind, missing in _missing(document).items()
        if 0 < len(missing) <= len(_ASKED_BY[kind])
    }


def _missing(document: JsonObject) -> dict[Part, list[str]]:
    """What each calculation lacks to be asked for."""
    clean = without_nulls(dict(document))
    packs = clean.get("packs")
    named = packs if isinstance(packs, dict) else {}
    return {
        kind: [
            *([] if kind in named else [f"packs.{kind}"]),
            *(block for block in _ASKED_BY[kind] if block not in clean),
        ]
        for kind in PARTS
    }


def together(document: JsonObject) -> tuple[CalculationKind, ...]:
    """What answers all that a project asks for: ``all`` where that is it, else each calculation.

    >>> together({"packs": {"footing": "v1", "pricing": "v1"}, "footing": {}, "pricing": {}})
    ('footing', 'pricing')
    """
    kinds = asked(document)
    return ("all",) if kinds == parts_of("all", document) else kinds


def answers(document: JsonObject, catalogue: Catalogue, today: str | None = None) -> Answers:
    """Calculate everything that the project asks for.

    Args:
        document: The project as it was read.
        catalogue: The packs that can be seen.
        today: The day on which a price book must be valid; None where an answer that was given
            once is looked at again.

    Raises:
        ApexError: One of the answers cannot be had.
    """
    found, refused = attempts(document, catalogue, today)
    for error in refused.values():
        raise error
    return found


def attempts(
    document: JsonObject, catalogue: Catalogue, today: str | None = None
) -> tuple[Answers, dict[Part, ApexError]]:
    """The answers that can be had, and why the others cannot; the day as for `answers`.

    Raises:
        PackError: A pack is there and the system does not let it be read: that says nothing of the
            project, and must not pass for an answer that it never had.
    """
    envelopes: dict[Part, dict[str, Any]] = {}
    refused: dict[Part, ApexError] = {}
    for kind in asked(document):
        try:
            envelopes[kind] = run(kind, document, catalogue, today=today)
        except ApexError as error:
            require_readable(error)
            refused[kind] = error
    return Answers(envelopes), refused


def locked(
    path: str, catalogue: Catalogue, today: str, if_match: str | None = None
) -> dict[str, Any]:
    """Write packs and answers, by their digests, into a project file, and tell what was written.

    Args:
        path: The project file.
        catalogue: The packs that can be seen.
        today: As for `answers`.
        if_match: The etag that the project must have.

    Raises:
        InvalidInput: The project asks for no calculation.
        ApexError: An answer cannot be had, or the project not be locked.
    """
    read = store.load(path)
    if if_match is not None:
        require_match(read, if_match)
    current = answers(read.document, catalogue, today)
    if not current.envelopes:
        raise InvalidInput(
            f"{path} asks for no calculation: there is nothing to lock",
            code="lock.nothing",
            hint="name a pack, and give the blocks that its calculation reads",
        )
    done = write_lock(path, current.packs, current.results, current.headline, if_match=read.etag)
    return {
        "path": shown(path),
        "etag": done.after.etag,
        "revision": done.after.document.get("revision"),
        "changed": done.changed,
        "lock": current.lock,
        "failed_checks": current.failed,
    }
