"""What is told of an answer: accepted warnings, limits of the program, a project that is ready."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from apex_cli.audit.ready import ready
from apex_cli.errors import InvalidInput, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.run.chain import run

Apex = Callable[..., CompletedProcess[bytes]]
EXAMPLES = Path(__file__).parents[2] / "examples"


def changed(*settings: str, base: str = "bare-footing") -> dict[str, Any]:
    document: dict[str, Any] = json.loads((EXAMPLES / f"{base}.json").read_text("utf-8"))
    for text in settings:
        document = apply(document, [assignment(text)])
    return document


DEEP = ("footing.depth_ft=45", "footing.width_ft=5", "soil.class=3")
ACCEPTED = 'accepted=[{"code": "footing.rig_depth", "reason": "deep rig", "by": "J. Doe, PE"}]'


def test_an_accepted_warning_stays_with_its_reason_and_costs_nothing() -> None:
    open_ = run("footing", changed(*DEEP), Catalogue())
    closed = run("footing", changed(*DEEP, ACCEPTED), Catalogue())
    (before,) = (item for item in open_["warnings"] if item["code"] == "footing.rig_depth")
    (after,) = (item for item in closed["warnings"] if item["code"] == "footing.rig_depth")
    assert before["penalty"] == 0.1
    assert "accepted" not in before
    assert after["penalty"] == 0
    assert after["accepted"] == {"reason": "deep rig", "by": "J. Doe, PE"}
    assert closed["confidence"] == pytest.approx(open_["confidence"] + 0.1)
    assert closed["result"] == open_["result"]
    assert closed["trace"]["inputs"]["accepted"][0]["reason"] == "deep rig"


def test_strict_passes_once_every_warning_is_accepted(apex: Apex, tmp_path: Path) -> None:
    for name, settings, code in (("open", DEEP, 1), ("closed", (*DEEP, ACCEPTED), 0)):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(changed(*settings)), "utf-8")
        apex("project", "seal", file)
        done = apex("calc", "footing", file, "--strict", "--format", "table")
        assert done.returncode == code
        assert (b"Accepted by J. Doe, PE: deep rig" in done.stdout) is (code == 0)
        checked = apex("check", file, "--strict", "--format", "json")
        assert checked.returncode == code
        envelope = tmp_path / f"{name}.out.json"
        apex("calc", "footing", file, "-o", envelope)
        assert apex("verify", envelope).returncode == 0


def test_a_failed_check_is_never_accepted() -> None:
    document = changed(
        "footing.depth_ft=2", 'accepted=[{"code": "footing.rig_depth", "reason": "no"}]'
    )
    envelope = run("footing", document, Catalogue())
    assert not all(check["passed"] for check in envelope["checks"])
    with pytest.raises(InvalidInput) as caught:
        run("footing", changed('accepted=[{"code": "pier.depth", "reason": "no"}]'), Catalogue())
    assert caught.value.faults[0].pointer == "/accepted/0/code"


def test_what_a_calculation_does_not_raise_is_no_input_of_it() -> None:
    """Accepting a remark on the footing leaves the wind's answer, and its lock, as they are."""
    plain, accepting = changed(base="pole-sign"), changed(ACCEPTED, base="pole-sign")
    one, other = (run("exposure", item, Catalogue()) for item in (plain, accepting))
    assert one["content_sha256"] == other["content_sha256"]
    assert "accepted" in run("footing", accepting, Catalogue())["trace"]["inputs"]


def test_a_code_that_never_comes_is_told() -> None:
    document = changed(ACCEPTED)
    (item,) = run("footing", document, Catalogue())["warnings"]
    assert item["code"] == "accepted.not_raised"
    assert "footing.rig_depth" in item["message"]
    wind = run("exposure", changed(ACCEPTED, base="pole-sign"), Catalogue())
    assert not any(item["code"] == "accepted.not_raised" for item in wind["warnings"])


@pytest.mark.parametrize(
    ("accepted", "pointer", "words"),
    [
        ([{"code": "footing.rig_dept", "reason": "r"}], "/accepted/0/code", "footing.rig_depth"),
        ([{"code": "footing.rig_depth"}], "/accepted/0/reason", "is missing"),
        ([{"code": "footing.rig_depth", "reason": ""}], "/accepted/0/reason", "at least 1"),
        ([{"code": "wind.figure_bound", "reason": "r"}] * 2, "/accepted/1/code", "twice"),
        ([{"code": "accepted.not_raised", "reason": "r"}], "/accepted/0/code", "no warning"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(accepted: Any, pointer: str, words: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        run("footing", {**changed(), "accepted": accepted}, Catalogue())
    (fault,) = caught.value.faults
    assert fault.pointer == pointer
    assert words in f"{fault.detail} {fault.hint}"


def test_limits_of_the_program_are_listed_once_and_lower_nothing() -> None:
    envelope = run("all", changed(base="pole-sign"), Catalogue())
    assert (
        "strength and reinforcement of the pier's concrete"
        in (envelope["result"]["footing"]["not_checked"])
    )
    assert "ice" in envelope["result"]["exposure"]["not_checked"]
    assert not any("ot checked" in sentence for sentence in envelope["assumptions"])
    assert not any("concrete" in item["code"] for item in envelope["warnings"])


class TestValidate:
    """`project validate` judges what any calculation would refuse."""

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
    def test_every_example_is_ready(self, path: Path) -> None:
        found = ready(json.loads(path.read_text("utf-8")), Catalogue())
        assert "ready" in found.values()
        assert not any(end.startswith("no answer") for end in found.values())

    def test_every_template_is_ready(self) -> None:
        for name in TEMPLATES:
            assert "ready" in ready(template(name), Catalogue()).values()

    def test_all_faults_at_once_packs_add_ons_and_ground(self) -> None:
        document = changed(
            "packs.exposure=asce7-21_v1", 'pricing.addons=["calc_paket"]', base="pole-sign"
        )
        document["packs"]["footing"] = "broms-clay_v1"
        with pytest.raises(InvalidInput) as caught:
            ready(document, Catalogue())
        told = {fault.pointer: fault for fault in caught.value.faults}
        assert "asce7-22_v1" in told["/packs/exposure"].hint
        assert "calc_packet" in str(told["/pricing/addons/0"])

    def test_ground_that_a_method_cannot_do_without(self) -> None:
        with pytest.raises(InvalidInput) as caught:
            ready(changed("packs.footing=broms-clay_v1"), Catalogue())
        assert [fault.pointer for fault in caught.value.faults] == [
            "/soil/undrained_shear_strength_psf"
        ]

    def test_packs_alone_are_a_fault_of_packs(self) -> None:
        with pytest.raises(PackError) as caught:
            ready(changed("packs.pricing=v9"), Catalogue())
        assert [fault.pointer for fault in caught.value.faults] == ["/packs/pricing"]
        assert caught.value.problem_code == "pack.not_found"

    def test_no_answer_is_told_and_no_fault(self) -> None:
        found = ready(changed("loads.lateral_lbf=9000000"), Catalogue())
        assert found["footing"].startswith("no answer: ")
        assert found["pricing"] == "not asked for"

    def test_as_a_command(self, apex: Apex, tmp_path: Path) -> None:
        file = tmp_path / "p.json"
        file.write_text(json.dumps(changed("packs.footing=ibc-2012_v1")), "utf-8")
        assert apex("project", "validate", file).returncode == 4
        done = apex("project", "validate", EXAMPLES / "pole-sign.json", "--format", "json")
        found = dict.fromkeys(("exposure", "footing", "pricing"), "ready")
        told = json.loads(done.stdout)["result"]["calculations"]
        assert told == {**found, "support": "not asked for"}
