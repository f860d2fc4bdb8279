"""An envelope proved: its digest recomputed, its answer replayed from its own inputs and packs."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any, Literal, NamedTuple, get_args

from apex_cli.audit.envelopes import faults, key_of, parse_envelope, read_envelopes, require_sound
from apex_cli.audit.findings import EXIT_CODES, PROVED, finding, unreadable
from apex_cli.changes import changes
from apex_cli.envelope.build import UNHASHED, content_digest
from apex_cli.envelope.compare import compare
from apex_cli.envelope.numbers import significant
from apex_cli.errors import ApexError, Fault, PackError
from apex_cli.files import shown
from apex_cli.packs.catalogue import Catalogue
from apex_cli.pointer import step, value_at
from apex_cli.run.asked import question
from apex_cli.run.chain import run
from apex_cli.vocabulary import CalculationKind, PackKind

Outcome = Literal[
    "identical", "changed", "digest_differs", "pack_not_available", "pack_differs", "digest_right"
]
Envelope = Mapping[str, Any]


class Verdict(NamedTuple):
    """What verifying an envelope found.

    Args:
        outcome: ``identical`` is proved; ``digest_right`` was not replayed: there is no calculation
            in it, or no replay was wanted.
        detail: One sentence.
        expected: The digest the envelope carries.
        computed: The digest of what it says, or of the replay.
        altered: The places that are not as they were signed, as far as they can be named.
        differences: What the replay changed (`compare`), when it did.
    """

    outcome: Outcome
    detail: str
    expected: str
    computed: str
    altered: tuple[str, ...] = ()
    differences: Mapping[str, Any] | None = None

    @property
    def proved(self) -> bool:
        """Whether digest and replay agree with the envelope."""
        return self.outcome in PROVED

    @property
    def exit_code(self) -> int:
        """What the outcome stands for on the command line."""
        return EXIT_CODES.get(self.outcome, 0)


def verify(envelope: Envelope, catalogue: Catalogue, *, replay: bool = True) -> Verdict:
    """Recompute the digest of an envelope and replay its answer.

    Args:
        envelope: As `audit.envelopes.parse_envelope` gives it.
        catalogue: The packs that can be seen.
        replay: Whether to calculate again, or only to recompute the digest.

    Raises:
        InvalidInput: Its digest is right, but it is not an envelope of this version.
    """
    expected = str(envelope["content_sha256"])
    computed = content_digest(envelope)
    if computed != expected:
        altered = _altered(envelope, catalogue)
        where = f"; not as signed: {', '.join(altered)}" if altered else ""
        detail = f"what it says has the digest {computed}, it claims {expected}{where}"
        return Verdict("digest_differs", detail, expected, computed, altered)
    require_sound(envelope)
    calculation = envelope["kind"] in get_args(CalculationKind) and envelope["error"] is None
    if not calculation and (altered := _contradicted(envelope)):
        detail = "inputs_sha256 is not that of its kind, inputs and packs"
        return Verdict("changed", detail, expected, computed, altered)
    if not (replay and calculation):
        reason = "no replay was wanted" if calculation else "there is nothing to replay in it"
        return Verdict("digest_right", f"the digest is right; {reason}", expected, computed)
    return _replayed(envelope, catalogue)


def _replayed(envelope: Envelope, catalogue: Catalogue) -> Verdict:
    """What calculating an answer again found; its digest is right."""
    expected = computed = str(envelope["content_sha256"])
    try:
        again = replayed(envelope, catalogue)
    except PackError as error:
        gone = error.status == _NOT_FOUND
        outcome: Outcome = "pack_not_available" if gone else "pack_differs"
        return Verdict(outcome, error.detail, expected, computed, _packs(error))
    except ApexError as error:
        detail = f"the replay gives no answer: {error.detail}"
        return Verdict("changed", detail, expected, computed, _contradicted(envelope))
    if again["content_sha256"] == expected:
        return Verdict("identical", "digest and replay agree", expected, computed)
    differences = compare(envelope, again)
    moved = tuple(change.pointer for change in changes(_hashed(envelope), _hashed(again)))
    altered = (*_contradicted(envelope), *moved)
    return Verdict(
        "changed", _first(differences), expected, again["content_sha256"], altered, differences
    )


_NOT_FOUND = 404


def replayed(envelope: Envelope, catalogue: Catalogue) -> dict[str, Any]:
    """The envelope of the same calculation on the same inputs and packs, made now.

    Raises:
        ApexError: A pack is missing or another, or there is no answer.
    """
    trace = envelope["trace"]
    refs = {}
    for kind, pack in trace["pack_metadata"].items():
        try:
            _, sha256 = catalogue.load(kind, pack["ref"])
        except PackError as error:
            error.faults = (Fault(f"/trace/pack_metadata{step(kind)}", error.detail),)
            raise
        refs[kind] = pack["ref"]
        if sha256 != pack["sha256"]:
            detail = (
                f"the {kind} pack {pack['ref']} has the digest {sha256}, "
                f"the envelope was made with {pack['sha256']}"
            )
            where = f"/trace/pack_metadata{step(kind)}"
            raise PackError(detail, faults=[Fault(where, detail)])
    read, select = question(trace["inputs"])
    also: tuple[PackKind, ...] = ()
    if envelope["kind"] == "pricing":
        read, also = _on_its_wall(read), ("sections",) if "sections" in refs else ()
    document = {"schema_version": 1, **read, "packs": refs}
    return run(envelope["kind"], document, catalogue, select=select, also=also)


def _on_its_wall(read: dict[str, Any]) -> dict[str, Any]:
    """What a price read of a sign, with the wall that its anchors are in.

    A price by area alone reads the cabinets, and neither how they are mounted nor the poles, whose
    pack of sections was at hand.
    """
    sign = read.get("sign")
    cabinets = sign.get("elements") if isinstance(sign, dict) else None
    held = isinstance(cabinets, list) and any(
        isinstance(one, dict) and "anchors" in one for one in cabinets
    )
    return {**read, "sign": {"mounting": "wall", **sign}} if held and sign else read


def _packs(error: PackError) -> tuple[str, ...]:
    return tuple(fault.pointer for fault in error.faults)


def _contradicted(envelope: Envelope) -> tuple[str, ...]:
    """The inputs that are not what the steps took from there, or not what their key stands for."""
    trace = envelope["trace"]
    found = dict.fromkeys(
        f"/trace/inputs{term['origin']}"
        for step_ in trace["steps"]
        for term in step_["terms"].values()
        if term["origin"].startswith("/") and not _taken(term, trace["inputs"])
    )
    if found or key_of(envelope) == trace["inputs_sha256"]:
        return tuple(found)
    return ("/kind", "/trace/inputs", "/trace/inputs_sha256", "/trace/pack_metadata")


def _taken(term: Mapping[str, Any], inputs: Any) -> bool:
    """Whether a term is the input that it is said to be; where there is none it is a default."""
    value = value_at(inputs, term["origin"])
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return not number or significant(value, term["unit"])[0] == term["value"]


def _hashed(envelope: Envelope) -> dict[str, Any]:
    return {key: value for key, value in envelope.items() if key not in UNHASHED}


def _altered(envelope: Envelope, catalogue: Catalogue) -> tuple[str, ...]:
    """The places of an envelope with a wrong digest that were altered, if that can be told.

    If its inputs and packs still give the digest it carries, they are as they were signed, and
    whatever it says otherwise than their answer was altered.
    """
    if found := faults(envelope):
        return tuple(fault.pointer or "/" for fault in found)
    again: Envelope = {"content_sha256": ""}
    if envelope["kind"] in get_args(CalculationKind):
        with suppress(ApexError):
            again = replayed(envelope, catalogue)
    if again["content_sha256"] == envelope["content_sha256"]:
        return tuple(change.pointer for change in changes(_hashed(again), _hashed(envelope)))
    if key_of(envelope) != envelope["trace"]["inputs_sha256"]:
        return ("/kind, /trace/inputs, /trace/inputs_sha256 or /trace/pack_metadata",)
    return ()


def _first(differences: Mapping[str, Any]) -> str:
    """Which step of the replay differs first; without one, which parts."""
    step = differences["first_step"]
    if step is None:
        told = [name for name, value in differences.items() if value and name != "same"]
        return f"the replay differs in {', '.join(told) or 'how it is written'}"
    where = f" ({step['subject']})" if step["subject"] else ""
    return f"the replay first differs at {step['symbol']}{where}: {step['old']} -> {step['new']}"


def rows_of(
    paths: Collection[str], catalogue: Catalogue, *, replay: bool = True
) -> Iterator[dict[str, Any]]:
    """What verifying each envelope of these files found, as JSON; a line of a stream is one too.

    Raises:
        ApexError: The only file cannot be read or is no envelope; of several, and of the lines of a
            stream, that is a row.
    """
    for path in paths:
        try:
            for name, data in read_envelopes(path):
                try:
                    yield row_of(name, data, catalogue, replay=replay)
                except ApexError as error:
                    if name == shown(path):
                        raise
                    yield unreadable(name, error)
        except ApexError as error:
            if len(paths) == 1:
                raise
            yield unreadable(shown(path), error)


def row_of(name: str, data: bytes, catalogue: Catalogue, *, replay: bool) -> dict[str, Any]:
    """What verifying one envelope found, as JSON.

    Raises:
        ApexError: It cannot be read, or is no envelope.
    """
    verdict = verify(parse_envelope(data), catalogue, replay=replay)
    return finding(name, **{**verdict._asdict(), "altered": list(verdict.altered)})
