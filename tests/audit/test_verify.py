"""An envelope is proved, or what speaks against it is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.envelopes import faults, key_of, parse_envelope, read_envelopes
from apex_cli.audit.verify import rows_of, verify
from apex_cli.envelope.build import build, content_digest
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.render.json import line, pretty
from apex_cli.run.chain import run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


@pytest.fixture
def envelope(pole: Path, catalogue: Catalogue) -> dict[str, Any]:
    return run("all", store.load(pole).document, catalogue)


def signed(envelope: dict[str, Any]) -> dict[str, Any]:
    """The envelope with the digest of what it says now: a forgery."""
    return {**envelope, "content_sha256": content_digest(envelope)}


def test_identical(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    verdict = verify(envelope, catalogue)
    assert (verdict.outcome, verdict.proved, verdict.exit_code) == ("identical", True, 0)


def test_without_a_replay_nothing_is_proved(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    verdict = verify(envelope, catalogue, replay=False)
    assert (verdict.outcome, verdict.proved, verdict.exit_code) == ("digest_right", False, 0)


def test_an_altered_place_is_named(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    envelope["checks"][0]["clause"] = "another"
    envelope["result"]["footing"]["depth_ft"] += 1
    assert verify(envelope, catalogue).altered == ("/result/footing/depth_ft", "/checks/0/clause")


def test_altered_inputs_are_named_by_their_key(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    envelope["trace"]["inputs"]["site"]["wind_speed_mph"] += 1
    assert "/trace/inputs" in verify(envelope, catalogue).altered[0]
    envelope["trace"]["inputs"]["site"]["wind_speed_mph"] = 900
    assert "/trace/inputs" in verify(envelope, catalogue).altered[0]


def test_an_altered_key_is_named(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    envelope["resulf"] = envelope.pop("result")
    assert set(verify(envelope, catalogue).altered) == {"/result", "/resulf"}


def test_a_digest_of_nothing_names_nothing(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    verdict = verify({**envelope, "content_sha256": "0" * 64}, catalogue)
    assert (verdict.outcome, verdict.altered) == ("digest_differs", ())


def test_a_wrong_digest_of_an_unknown_kind_is_told_without_a_replay(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    made = build("no such kind", result={"a": 1})
    verdict = verify({**made, "content_sha256": "0" * 64}, catalogue)
    assert (verdict.outcome, verdict.exit_code, verdict.altered) == ("digest_differs", 7, ())
    verdict = verify({**envelope, "kind": "\x1b[31mfooting"}, catalogue)
    assert verdict.outcome == "digest_differs"
    assert verdict.altered == (
        "/kind, /trace/inputs, /trace/inputs_sha256 or /trace/pack_metadata",
    )


def test_a_forged_result_does_not_survive(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    envelope["result"]["footing"]["depth_ft"] = 1
    verdict = verify(signed(envelope), catalogue)
    assert (verdict.outcome, verdict.exit_code) == ("changed", 7)
    assert verdict.altered == ("/result/footing/depth_ft",)
    assert verdict.detail == "the replay differs in result"


def test_a_forged_step_is_the_first_to_differ(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    envelope["trace"]["steps"][3]["value"] = 1
    step = envelope["trace"]["steps"][3]
    detail = verify(signed(envelope), catalogue).detail
    assert detail.startswith(f"the replay first differs at {step['symbol']}")
    envelope = json.loads(json.dumps(envelope))
    del envelope["trace"]["steps"][3]["subject"]
    assert f"{step['symbol']}: " in verify(signed(envelope), catalogue).detail


def test_a_forged_clause_differs_only_in_writing(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    envelope["trace"]["steps"][0]["clause"] = "another"
    verdict = verify(signed(envelope), catalogue)
    assert verdict.detail == "the replay differs in how it is written"
    assert verdict.altered == ("/trace/steps/0/clause",)


def test_inputs_without_an_answer(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    del envelope["trace"]["inputs"]["site"]
    verdict = verify(signed(envelope), catalogue)
    assert verdict.outcome == "changed"
    assert "gives no answer" in verdict.detail


def test_a_forged_error_beside_a_result_is_refused(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    error = build("all", error=NoAnswer("none"))["error"]
    with pytest.raises(InvalidInput, match="/error: stands beside a result"):
        verify(signed({**envelope, "error": error}), catalogue)
    with pytest.raises(InvalidInput, match="/trace"):
        verify(signed({**envelope, "trace": 5}), catalogue)


def test_other_envelopes_have_nothing_to_replay(catalogue: Catalogue) -> None:
    for envelope in (build("all", error=NoAnswer("none")), build("packs", result={"a": 1})):
        verdict = verify(envelope, catalogue)
        assert (verdict.outcome, verdict.exit_code) == ("digest_right", 0)
        assert faults(envelope) == []


def test_what_carries_no_digest() -> None:
    for data in (b"{}", b'{"content_sha256": 5, "trace": {}}'):
        with pytest.raises(InvalidInput, match="not an envelope"):
            parse_envelope(data)


def test_an_envelope_may_be_larger_than_a_project(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    envelope["assumptions"] = [str(n) for n in range(50_000)]
    data = pretty(signed(envelope))
    assert verify(parse_envelope(data), catalogue).outcome == "changed"


def test_lines_of_a_stream(
    envelope: dict[str, Any], catalogue: Catalogue, tmp_path: Path, pole: Path
) -> None:
    stream = tmp_path / "out.jsonl"
    other = {**envelope, "confidence": 0}
    stream.write_bytes(line(envelope) + b"\n" + line(other))
    rows = list(rows_of([str(stream)], catalogue))
    assert [row["exit_code"] for row in rows] == [0, 7]
    assert [row["path"] for row in rows] == [f"{stream}:1", f"{stream}:3"]
    assert rows[1]["altered"] == ["/confidence"]
    stream.write_bytes(line(envelope))
    assert [name for name, _ in read_envelopes(str(stream))] == [str(stream)]
    rows = list(rows_of([str(stream), str(pole), str(tmp_path / "none")], catalogue))
    assert [row["outcome"] for row in rows] == ["identical", "unreadable", "unreadable"]
    assert [row["exit_code"] for row in rows] == [0, 3, 8]


def test_the_only_file_is_an_error_when_it_is_no_envelope(pole: Path, catalogue: Catalogue) -> None:
    with pytest.raises(InvalidInput, match="not an envelope"):
        list(rows_of([str(pole)], catalogue))


def test_packs_that_are_gone_or_other(envelope: dict[str, Any], catalogue: Catalogue) -> None:
    pack = envelope["trace"]["pack_metadata"]["pricing"]
    for field, value, outcome in (
        ("sha256", "0" * 64, "pack_differs"),
        ("ref", "v99", "pack_not_available"),
    ):
        pack[field] = value
        verdict = verify(signed(envelope), catalogue)
        assert (verdict.outcome, verdict.exit_code) == (outcome, 4)


def test_a_kind_of_pack_is_a_name_and_no_path(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    packs = envelope["trace"]["pack_metadata"]
    packs["../footing"] = packs.pop("footing")
    with pytest.raises(InvalidInput, match="/trace/pack_metadata"):
        verify(signed(envelope), catalogue)


@pytest.mark.parametrize("bad", [b"}{", b'{"content_sha256": 5}', b'{"a": 1', b"[1]"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_line_of_a_stream_is_a_row(
    envelope: dict[str, Any], catalogue: Catalogue, tmp_path: Path, bad: bytes, place: int
) -> None:
    lines = [line(envelope)] * 2
    lines.insert(place, bad + b"\n")
    stream = tmp_path / "out.jsonl"
    stream.write_bytes(b"".join(lines))
    rows = list(rows_of([str(stream)], catalogue))
    wanted = ["identical"] * 2
    wanted.insert(place, "unreadable")
    assert [row["outcome"] for row in rows] == wanted
    assert [row["path"] for row in rows] == [f"{stream}:{n}" for n in (1, 2, 3)]
    assert rows[place]["exit_code"] == 3


def test_a_stream_that_is_too_long_is_refused(
    envelope: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = tmp_path / "out.jsonl"
    stream.write_bytes(line(envelope) * 2)
    monkeypatch.setattr("apex_cli.audit.envelopes.MAX_STREAM_BYTES", stream.stat().st_size)
    assert len(list(read_envelopes(str(stream)))) == 2
    stream.write_bytes(line(envelope) * 2 + b"\n")
    with pytest.raises(InvalidInput, match="is longer than") as caught:
        list(read_envelopes(str(stream)))
    assert caught.value.problem_code == "envelope.too_large"


@pytest.mark.parametrize("kind", ["exposurex", "check"])
def test_an_answer_under_another_kind_is_named(
    kind: str, envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    verdict = verify(signed({**envelope, "kind": kind}), catalogue)
    assert (verdict.outcome, verdict.exit_code) == ("changed", 7)
    assert "/kind" in verdict.altered


def test_an_input_that_the_steps_contradict_is_named(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    envelope["trace"]["inputs"]["site"]["wind_speed_mph"] += 1
    assert verify(signed(envelope), catalogue).altered[0] == "/trace/inputs/site/wind_speed_mph"
    envelope["trace"]["inputs"]["site"]["wind_speed_mph"] = 900
    assert verify(signed(envelope), catalogue).altered == ("/trace/inputs/site/wind_speed_mph",)


def test_a_pack_that_is_not_the_one_is_named(
    envelope: dict[str, Any], catalogue: Catalogue
) -> None:
    for name, value in (("ref", "ibc-2024_v11"), ("sha256", "0" * 64)):
        forged = json.loads(json.dumps(envelope))
        forged["trace"]["pack_metadata"]["footing"][name] = value
        assert verify(signed(forged), catalogue).altered == ("/trace/pack_metadata/footing",)


PRICED = [path for path in EXAMPLES if "pricing" in json.loads(path.read_bytes())]


@pytest.mark.parametrize("path", PRICED, ids=lambda path: path.stem)
def test_a_price_alone_is_replayed(path: Path, catalogue: Catalogue) -> None:
    """Of a project it reads little: not the poles, nor how a sign is mounted, if by area alone."""
    verdict = verify(run("pricing", store.load(path).document, catalogue), catalogue)
    assert verdict.proved, verdict.detail


@pytest.mark.parametrize("sign", [[], {"elements": 1}, {"elements": [1, None, {"anchors": 1}]}])
def test_what_no_price_reads_is_told(sign: Any, catalogue: Catalogue) -> None:
    document = store.load(PRICED[0]).document
    made = run("pricing", document, catalogue)
    made["trace"]["inputs"]["sign"] = sign
    made["trace"]["inputs_sha256"] = key_of(made)
    verdict = verify(signed(made), catalogue)
    assert (verdict.outcome, verdict.exit_code) == ("changed", 7)
