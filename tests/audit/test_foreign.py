"""Envelopes verified by programs that share no code with apex: jq, Node, and a page of Python.

Over every example and 1,000 random projects. Node's part installs the npm package into a temporary
folder; without node, npm or a registry it is skipped and says so, or fails with
APEX_REQUIRE_NODE=1.
"""

import hashlib
import json
import os
import random
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jq
import pytest

from apex_cli.audit.locked import asked
from apex_cli.envelope.build import content_digest
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render import json as json_form
from apex_cli.run.chain import run
from apex_cli.vocabulary import PARTS, CalculationKind

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
PROVE = ROOT / "apex_cli/data/prove.py"
RANDOM_PROJECTS = 1_000
NAMES = ["cabinet", "Ω", "é\u0301", "𝒳 sign", 'quo"te\\', "a\tb", "%00", "[red]", "", "日本"]

BY_JQ = """
del(.content_sha256, .meta)
| walk(if type == "object" then to_entries | sort_by(.key) | from_entries else . end)
| tojson
"""

BY_NODE = """
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import canonicalize from 'canonicalize';
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { content_sha256, meta, ...rest } = JSON.parse(line);
  console.log(createHash('sha256').update(canonicalize(rest), 'utf8').digest('hex'));
}
"""


def varied(value: Any, chance: random.Random) -> Any:
    """The same document with other numbers and names in it."""
    if isinstance(value, dict):
        return {
            key: chance.choice(NAMES) if key == "name" else varied(item, chance)
            for key, item in value.items()
            if key not in {"etag", "lock", "packs", "schema_version", "revision"}
        }
    if isinstance(value, list):
        return [varied(item, chance) for item in value]
    if isinstance(value, float) or (type(value) is int and value > 10):
        return round(value * chance.uniform(0.8, 1.25), chance.randrange(5))
    return value


@pytest.fixture(scope="module")
def envelopes() -> list[bytes]:
    """One line each, as apex prints them."""
    catalogue = Catalogue()
    documents = [json.loads(path.read_bytes()) for path in EXAMPLES]
    chance = random.Random(7)
    lines: list[bytes] = []
    while len(lines) < len(EXAMPLES) + RANDOM_PROJECTS:
        known = len(lines) < len(EXAMPLES)
        document = documents[len(lines)] if known else chance.choice(documents)
        kinds: list[CalculationKind] = [*asked(document)]
        kinds += ["all"] if len(kinds) == len(PARTS) else []
        kind = kinds[-1] if known else chance.choice(kinds)
        project = document if known else {**document, **varied(document, chance)}
        try:
            lines.append(json_form.line(run(kind, project, catalogue)))
        except ApexError as error:
            assert not known, error  # noqa: PT017 - a random project may be refused
    return lines


def claimed(lines: list[bytes]) -> list[str]:
    return [json.loads(line)["content_sha256"] for line in lines]


def test_by_jq(envelopes: list[bytes]) -> None:
    """The program where there is one; the library, slower at sorting, everywhere on a part."""
    have_program = shutil.which("jq") is not None
    part = envelopes[:60] if have_program else envelopes
    texts = jq.compile(BY_JQ).input_text(b"".join(part).decode()).all()
    assert [hashlib.sha256(text.encode()).hexdigest() for text in texts] == claimed(part)
    if have_program:
        done = subprocess.run(
            ["jq", "-cS", "del(.content_sha256,.meta)"],
            input=b"".join(envelopes), capture_output=True, check=True,
        )  # fmt: skip
        lines = done.stdout.removesuffix(b"\n").split(b"\n")
        assert [hashlib.sha256(line).hexdigest() for line in lines] == claimed(envelopes)


@pytest.mark.skipif(not shutil.which("jq"), reason="there is no jq program here")
def test_by_the_command_of_the_readme(envelopes: list[bytes], tmp_path: Path) -> None:
    pipe = "set -o pipefail; jq -cjS 'del(.content_sha256,.meta)' answer.json | sha256sum"
    for line in envelopes[: len(EXAMPLES)]:
        (tmp_path / "answer.json").write_bytes(json_form.pretty(json.loads(line)))
        done = subprocess.run(["bash", "-c", pipe], cwd=tmp_path, capture_output=True, check=True)
        assert done.stdout.split()[0].decode() == json.loads(line)["content_sha256"]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which Node finds the npm package."""
    folder = tmp_path_factory.mktemp("node")
    reason = "there is no node or npm here"
    if shutil.which("node") and shutil.which("npm"):
        install = ["npm", "install", "--no-audit", "--no-fund", "--silent", "canonicalize@4.0.0"]
        try:
            done = subprocess.run(install, cwd=folder, capture_output=True, check=False, timeout=60)
        except subprocess.TimeoutExpired as late:
            done = subprocess.CompletedProcess(install, 1, b"", str(late).encode())
        reason = f"npm cannot install canonicalize: {done.stderr.decode(errors='replace')[-300:]}"
        if done.returncode == 0:
            (folder / "verify.mjs").write_text(BY_NODE, "utf-8")
            return folder
    if os.environ.get("APEX_REQUIRE_NODE") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def test_by_node(envelopes: list[bytes], node: Path) -> None:
    done = subprocess.run(
        ["node", "verify.mjs"], cwd=node, input=b"".join(envelopes), capture_output=True, check=True
    )
    assert done.stdout.decode().split() == claimed(envelopes)


@pytest.fixture(scope="module")
def faults() -> Callable[[Any], list[str]]:
    """What the page of Python that lies in every bundle says of an envelope."""
    found = runpy.run_path(str(PROVE))["faults"]
    return lambda envelope: list(found(envelope))


def test_every_step_by_the_page_of_python(
    envelopes: list[bytes], faults: Callable[[Any], list[str]]
) -> None:
    answers = [json.loads(line) for line in envelopes]
    assert [fault for answer in answers for fault in faults(answer)] == []
    assert sum(len(answer["trace"]["steps"]) for answer in answers) > 50_000


def test_the_page_of_python_names_what_was_forged(
    envelopes: list[bytes], faults: Callable[[Any], list[str]]
) -> None:
    """A value or a term of a step moved by 1 %, with the digest made anew."""
    chance = random.Random(8)
    for line in envelopes[:60]:
        answer = json.loads(line)
        steps = [step for step in answer["trace"]["steps"] if step["value"]]
        if not steps:
            continue
        step = chance.choice(steps)
        step["value"] *= 1.01
        assert "digest" in faults(answer)[0]
        answer["content_sha256"] = content_digest(answer)
        assert faults(answer)[0].startswith(f"step {step['n']}, {step['symbol']}")


@pytest.mark.parametrize("text", ["__import__('os')", "a.real", "[a]", "open(a)", "a if a else 1"])
def test_the_page_of_python_obeys_nothing_but_arithmetic(
    text: str, faults: Callable[[Any], list[str]]
) -> None:
    term = {"value": 1, "unit": "1", "origin": "x"}
    step = {"n": 1, "symbol": "x", "text": text, "terms": {"a": term}, "value": 1, "unit": "1"}
    answer = {"content_sha256": "", "trace": {"inputs": {}, "steps": [step]}}
    with pytest.raises((AttributeError, KeyError, TypeError)):
        faults(answer)


def test_what_the_document_shows(envelopes: list[bytes], tmp_path: Path) -> None:
    """Its lines for jq and for Python, as they stand, on one answer and on a forged one."""
    document = (ROOT / "docs/verify-without-apex.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", document, re.DOTALL)
    shutil.copy(PROVE, tmp_path)
    answer = json.loads(envelopes[3])
    for forged in (False, True):
        if forged:
            answer["trace"]["steps"][0]["value"] *= 2
        (tmp_path / "answer.json").write_bytes(json_form.pretty(answer))
        if shutil.which("jq"):
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", blocks[0]],
                cwd=tmp_path, capture_output=True, check=True,
            )  # fmt: skip
            computed, _, claims = done.stdout.decode().split()
            assert (computed == claims) is not forged
        words = [sys.executable, *blocks[2].split()[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == (7 if forged else 0), done.stderr
        assert (done.stdout.count(b"\n") > 1) is forged  # and what follows from the step
    assert BY_NODE.splitlines()[1] in blocks[1]
