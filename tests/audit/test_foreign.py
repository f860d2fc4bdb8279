"""Envelopes verified by programs that share no code with apex: jq, and canonicalize under Node.

Over every example and 1,000 random projects. Node's part installs the npm package into a temporary
folder; without node, npm or a registry it is skipped and says so, or fails with
APEX_REQUIRE_NODE=1.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jq
import pytest

from apex_cli.audit.locked import asked
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render import json as json_form
from apex_cli.run.chain import run
from apex_cli.vocabulary import PARTS, CalculationKind

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
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
