"""Projects in YAML: what does not change stays letter by letter; what is written is meant."""

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from apex_cli.canonical import canonical
from apex_cli.errors import Conflict, EtagMismatch, InvalidInput
from apex_cli.project import lock, merge, store, yaml_text
from apex_cli.project.document import document_of
from apex_cli.project.edit import apply, assignment
from apex_cli.project.file import parsed
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.project.yaml_edit import edited

SEALING = ("revision", "updated_at", "etag")
KEYS = ["a", "b", "site", "wind_speed_mph", "x-y", "k 1", "été", "no", "12"]
LEAVES = [
    None, True, False, 1, 0, -3, 2.5, 1e-7, 1e20, "", "C", "no", "12:30", "a: b", "# x", "it's",
    '6" pipe', "two\nlines\n", "two\nlines", "d<=12", "Straße 5", " lead", "x" * 120, "é🙂", "\t",
    "- x", "null", "1e3", "a, b", "[x", "ab" * 32, "\x85\u2028\ufeff\x00",
]  # fmt: skip


class Writer:
    """Writes documents as people do: every style, indents, comments and gaps anywhere."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pick = self.chance.choice

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def value(self, depth: int) -> Any:
        if depth < 3 and self.often(0.3):
            keys = self.chance.sample(KEYS, self.chance.randint(0, 3))
            return {key: self.value(depth + 1) for key in keys}
        if depth < 3 and self.often(0.2):
            return [self.value(depth + 1) for _ in range(self.chance.randint(0, 3))]
        return self.pick(LEAVES)

    def document(self) -> dict[str, Any]:
        keys = self.chance.sample(KEYS, self.chance.randint(1, 4))
        return {"schema_version": 1} | {key: self.value(1) for key in keys}

    def text(self, document: dict[str, Any]) -> str:
        if self.often(0.08):
            text = "# in brackets\n" + self.flow(document) + "\n"
        else:
            head = self.pick([[], [], ["---"], ["# head", ""]])
            foot = self.pick([[], [], ["# end"], [""], ["..."]])
            lines = [*head, *self.lines(document, 0), *foot]
            open_end = self.often(0.1) and not any("|" in line for line in lines)
            text = "\n".join(lines) + ("" if open_end else "\n")
        return text.replace("\n", "\r\n") if self.often(0.2) else text

    def lines(self, value: Any, indent: int) -> Iterator[str]:
        pairs = value.items() if isinstance(value, dict) else ((None, one) for one in value)
        for key, one in pairs:
            yield from self.pick(
                [[]] * 6 + [[""], ["# whole line"], [" " * indent + "# - k: v", ""]]
            )
            if key is None:
                yield from self.entry(" " * indent + "-", one, indent)
            else:
                spelled = self.pick([yaml_text.scalar(key), yaml_text.quoted(key)])
                yield from self.entry(
                    " " * indent + spelled + self.pick([":", ":", " :"]), one, indent
                )

    def entry(self, head: str, value: Any, indent: int) -> Iterator[str]:
        remark = self.pick(["", "", "", "  # c", "   # k: v - x"])
        inner = indent + self.pick([2, 2, 3, 4])
        if isinstance(value, dict | list) and value and self.often(0.7):
            if head.endswith("-") and self.often(0.7):
                lines = [*self.lines(value, indent + 2)]
                while not lines[0].strip() or lines[0].strip().startswith("#"):
                    del lines[0]
                yield f"{head} {lines[0].lstrip()}"
                yield from lines[1:]
                return
            yield head + remark
            beside = isinstance(value, list) and not head.endswith("-") and self.often(0.4)
            yield from self.lines(value, indent if beside else inner)
        elif value in {"two\nlines", "two\nlines\n"} if isinstance(value, str) else False:
            yield f"{head} {'|' if value.endswith(chr(10)) else '|-'}{self.pick(['', ' # c'])}"
            yield from (" " * inner + line for line in value.split("\n") if line)
        elif self.often(0.05) and not isinstance(value, dict | list):
            yield head + remark
            yield " " * inner + self.flow(value)
        else:
            spelled = self.pick(["null", "~", ""]) if value is None else self.flow(value)
            yield f"{head}{self.pick([' ', ' ', '   '])}{spelled}{remark}"

    def flow(self, value: Any) -> str:
        gap, comma = self.pick(["", " "]), self.pick([", ", ",  ", " , "])
        if isinstance(value, dict):
            inside = (f"{yaml_text.scalar(key)}: {self.flow(one)}" for key, one in value.items())
            return "{" + gap + comma.join(inside) + gap + "}"
        if isinstance(value, list):
            tail = "," if value and self.often(0.2) else ""
            return "[" + gap + comma.join(map(self.flow, value)) + tail + gap + "]"
        return yaml_text.scalar(value, self.pick([None, '"', "'"]))

    def changed(self, value: Any, depth: int = 0) -> Any:
        """The document with members and items changed, taken away and added anywhere."""
        if isinstance(value, dict):
            made = {}
            for key, one in value.items():
                if self.often(0.94) or key == "schema_version":
                    made[key] = one if self.often(0.4) else self.changed(one, depth + 1)
                if self.often(0.1) and (new := self.pick(KEYS)) not in value and new not in made:
                    made[new] = self.value(depth + 1)
            return {**made, "schema_version": 1} if depth == 0 else made
        if isinstance(value, list):
            made_list = [self.changed(one, depth + 1) if self.often(0.3) else one for one in value]
            if made_list and self.often(0.2):
                del made_list[self.chance.randrange(len(made_list))]
            if self.often(0.2):
                made_list.insert(self.chance.randint(0, len(made_list)), self.value(depth + 1))
            return made_list
        return self.value(depth + 1) if self.often(0.3) else value

    def leaf(self, document: Any) -> tuple[Any, ...]:
        """The way to a leaf on one line."""
        ways = [way for way, one in _leaves(document) if "\n" not in str(one)]
        return self.pick(ways)


def _leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict | list) and value:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in pairs:
            yield from _leaves(one, (*way, key))
    else:
        yield way, value


def _differing(one: str, other: str) -> int:
    """How many lines differ; both must have as many."""
    ours, theirs = one.split("\n"), other.split("\n")
    assert len(ours) == len(theirs)
    return sum(a != b for a, b in zip(ours, theirs, strict=True))


def test_two_thousand_documents() -> None:
    refused = 0
    for seed in range(2_000):
        writer = Writer(seed)
        document = writer.document()
        text = writer.text(document)
        data = text.encode()
        read = document_of("x.yaml", data)
        assert canonical(read) == canonical(document), text
        assert edited("x.yaml", data, read, read) == data

        way = writer.leaf(document)
        one = json.loads(json.dumps(read))
        *to, last = way
        here = one
        for key in to:
            here = here[key]
        here[last] = writer.pick([7.25, "C", "no", "two\nlines", False, None, []])
        if last != "schema_version":
            made = edited("x.yaml", data, read, one)
            assert _differing(text, made.decode()) == (canonical(one) != canonical(read)), text

        new = writer.changed(read)
        try:
            made = edited("x.yaml", data, read, new)
        except Conflict:
            refused += 1
            continue
        if text.endswith("\r\n"):
            assert made.count(b"\n") == made.count(b"\r\n")
    assert refused == 0


COMMENTED = b"""\
# Main Street, from the site visit
schema_version: 1
name: 'Main Street'   # quotes stay

packs: {footing: ibc-2021_v1}
soil:
    class: 4   # report of 2026
loads: {lateral_lbf: 2500, height_ft: 20.50,
        axial_lbf: 3000,   # cabinet and pole
        level: asd}
footing:
    type: pier
    shape: round
    width_ft: 3.0
    isolated_pole: true
description: |
  two lines
  of text
# the end
"""


@pytest.fixture
def commented(tmp_path: Path) -> Path:
    """A project written by hand, sealed."""
    path = tmp_path / "pylon.yaml"
    path.write_bytes(COMMENTED)
    store.change(path, dict, accepts=("unsealed",))
    return path


def put(path: Path, *settings: str) -> store.Change:
    return store.change(path, lambda document: apply(document, map(assignment, settings)))


def test_a_seal_adds_three_lines_and_touches_nothing_else(commented: Path) -> None:
    text = commented.read_bytes()
    found = store.load(commented)
    assert found.state == "sealed"
    added = "".join(f"{key}: {yaml_text.scalar(found.document[key])}\n" for key in SEALING).encode()
    assert text == COMMENTED.replace(b"# the end", added + b"# the end")
    as_json = parsed("pylon.json", json.dumps(found.document).encode())
    assert (as_json.etag, as_json.state) == (found.etag, "sealed")


def test_set_changes_its_line_and_the_seal(
    commented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # another second than that of the seal
    before = commented.read_text("utf-8")
    done = put(commented, "footing.width_ft=3.5")
    after = commented.read_text("utf-8")
    assert after == done.after.data.decode()
    assert _differing(before, after) == 1 + len(SEALING)
    assert "    width_ft: 3.5\n" in after
    assert done.diff().count("\n-") == 1 + len(SEALING)
    assert put(commented, "footing.width_ft=3.5").changed is False
    put(commented, "name=Other Street", "soil.class=null", "loads.height_ft=21")
    text = commented.read_text("utf-8")
    assert "name: 'Other Street'   # quotes stay\n" in text
    assert "    class: null   # report of 2026\n" in text
    assert "height_ft: 21,\n" in text


def test_blocks_are_added_changed_and_taken_away(commented: Path) -> None:
    block = lock.lock_block({"footing": ("ibc-2021_v1", "ab" * 32)}, {"footing": "1e" * 32})
    store.change(commented, lambda document: lock.placed(document, block))
    text = commented.read_text("utf-8")
    assert "of text\nlock:\n  packs:\n    footing:\n      ref: ibc-2021_v1\n" in text
    put(commented, 'soil={"lateral_psf_per_ft": 150, "friction": 0.25}', "description=one line")
    text = commented.read_text("utf-8")
    assert "soil:\n  lateral_psf_per_ft: 150\n  friction: 0.25\nloads:" in text
    assert "description: one line\nlock:" in text
    assert "axial_lbf: 3000,   # cabinet and pole\n" in text
    store.change(commented, lambda document: {**document, "lock": None})
    assert "lock: null\nrevision: 4\n" in commented.read_text("utf-8")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_new_file_says_what_it_holds(name: str, tmp_path: Path) -> None:
    path, other = tmp_path / "pylon.yml", tmp_path / "pylon.json"
    done = store.create(path, template(name))
    store.create(other, template(name))
    text = path.read_text("utf-8")
    assert store.load(path).state == "sealed"
    assert done.after.document.keys() == store.load(other).document.keys()
    comment = "  # Depth of frost below grade, in.\n"
    frost = template(name).get("site", {}).get("frost_depth_in")
    assert (f"frost_depth_in: 36{comment}" in text) == (frost == 36)
    assert yaml.safe_load(text) == done.after.document, "other readers of YAML read it alike"
    with pytest.raises(Conflict):
        store.create(path, template(name))


def test_a_copy_takes_the_comments_along(commented: Path, tmp_path: Path) -> None:
    like = store.load(commented)
    document = {key: one for key, one in like.document.items() if key != "soil"}
    made = store.create(tmp_path / "copy.yml", {**document, "project_id": "copy"}, like=like)
    text = made.after.data.decode()
    assert "  # cabinet and pole\n" in text
    assert "soil:" not in text
    assert made.after.document["revision"] == 1
    assert store.load(tmp_path / "copy.yml").state == "sealed"
    assert store.create(tmp_path / "c.json", document, like=like).after.data.startswith(b"{\n")


REFUSED = {
    "an anchor": (b"schema_version: 1\nname: &a x\n", "line 2: anchors and aliases"),
    "an alias": (b"schema_version: 1\nname: *a\n", "line 2: anchors and aliases"),
    "a merge": (b"schema_version: 1\nsite:\n  <<: *a\n", "line 3: anchors and aliases"),
    "a tag": (b"schema_version: !!int 1\n", "line 1: the tag"),
    "a key twice": (b"schema_version: 1\nname: a\nname: b\n", "line 3: the key 'name'"),
    "two documents": (b"schema_version: 1\n---\na: 1\n", "a project is one YAML document"),
    "a tab": (b"site:\n\tkzt: 1\n", "line 2: not YAML"),
    "a mark": (b"\xef\xbb\xbfschema_version: 1\n", "byte-order mark"),
    "Latin-1": (b"name: caf\xe9\n", "not UTF-8"),
    "nothing": (b"# later\n", "the file is empty"),
    "a list": (b"- 1\n", "not a mapping"),
    "too many": (b"a: [" + b"1," * 20_000 + b"]\n", "more than 20000 values"),
    "too large": (b"#" * (1024 * 1024 + 1), "larger than 1024 KiB"),
    "a long key": (b"? " + b"k" * 600 + b"\n: 1\n", "a key is longer"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=list(REFUSED))
def test_refused_as_in_packs(data: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as caught:
        parsed("pylon.yaml", data)
    large = "values" in said or "KiB" in said
    assert caught.value.problem_code == f"project.{'too_large' if large else 'malformed'}"


@pytest.mark.parametrize(
    ("line", "where"),
    [("isolated_pole: no", "/footing/isolated_pole"), ("width_ft: 12:30", "/footing/width_ft"),
     ("<<: {width_ft: 3}", "/footing/<<")],
)  # fmt: skip
def test_no_is_a_text_and_so_is_a_time(line: str, where: str, commented: Path) -> None:
    lines = commented.read_text("utf-8").splitlines()
    kept = [one for one in lines if one.split(":")[0] != f"    {line.split(':', 1)[0]}"]
    kept.insert(kept.index("    type: pier"), f"    {line}")
    commented.write_text("\n".join(kept), "utf-8")
    with pytest.raises(InvalidInput) as caught:
        store.change(commented, dict, accepts=("edited",))
    assert where in {fault.pointer for fault in caught.value.faults}


FOREIGN = {
    "a note": ("p.json", b'{"schema_version": 1, // note\n "name": "x"}', "JSON has no comments"),
    "a note of #": ("p.json", b'{"schema_version": 1,\n # note\n "name": "x"}', "no comments"),
    "no note": ("p.json", b'{"name": "http://x", }', ""),
    "a workbook": ("p.xlsx", b"PK\x03\x04\x14\x00\x08\xff", "apex batch all"),
    "an old workbook": ("-", b"\xd0\xcf\x11\xe0\xa1", "apex batch all"),
    "a table": ("signs.csv", b"name,site.kzt\nx,1\n", "apex batch all"),
    "TOML": ("-", b"# site\n[site]\nkzt = 1\n", "YAML"),
    "TOML by name": ("p.toml", b"\n", "YAML"),
    "YAML called JSON": ("p.json", b"# x\nname: x\n", "ending .yaml"),
    "text": ("-", b"hello", ""),
}


@pytest.mark.parametrize(("name", "data", "hint"), FOREIGN.values(), ids=list(FOREIGN))
def test_what_is_no_project_is_told_what_to_do(name: str, data: bytes, hint: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parsed(name, data)
    assert caught.value.problem_code == "project.malformed"
    assert hint in caught.value.hint
    assert bool(caught.value.hint) == bool(hint)


UNFIT = {
    "a comment behind a key": (b"schema_version: 1\n? name # it\n: x\n", {"name": {"a": {"b": 1}}}),
    "an open end": (b"schema_version: 1\ndescription: |\n  x", {"revision": 1}),
    "line ends that count": (b"schema_version: 1\nname: |+\n  x\n\nlock: null\n\n", {"lock": ...}),
}


@pytest.mark.parametrize(("data", "change"), UNFIT.values(), ids=list(UNFIT))
def test_what_cannot_be_written_is_refused(data: bytes, change: dict[str, Any]) -> None:
    old = document_of("odd.yaml", data)
    new = {key: one for key, one in (old | change).items() if one is not ...}
    with pytest.raises(Conflict, match="nothing was written") as caught:
        edited("odd.yaml", data, old, new)
    assert caught.value.problem_code == "project.unwritable"


def test_of_two_with_the_same_etag_one_wins(commented: Path) -> None:
    etag = store.load(commented).etag
    store.change(commented, lambda document: {**document, "name": "first"}, if_match=etag)
    data = commented.read_bytes()
    with pytest.raises(EtagMismatch) as caught:
        store.change(commented, lambda document: {**document, "name": "late"}, if_match=etag)
    assert (caught.value.status, caught.value.exit_code) == (412, 5)
    assert commented.read_bytes() == data


def test_no_increment_is_lost(commented: Path) -> None:
    put(commented, "pricing.quantity=1")

    def count() -> None:
        for _ in range(15):
            store.change(commented, increased)

    def increased(document: dict[str, Any]) -> dict[str, Any]:
        return document | {"pricing": {"quantity": document["pricing"]["quantity"] + 1}}

    running = [threading.Thread(target=count) for _ in range(2)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    found = store.load(commented)
    assert (found.state, found.document["pricing"]["quantity"]) == ("sealed", 31)
    assert list(commented.parent.iterdir()) == [commented]


def test_git_gives_files_without_an_ending(commented: Path, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / f".merge_file_{name}" for name in "abc")
    for one in (base, ours, theirs):
        one.write_bytes(commented.read_bytes())
    put(ours, "footing.width_ft=4")
    put(theirs, "name=Theirs")
    merge.merge(base, ours, theirs)
    text = ours.read_text("utf-8")
    assert "    width_ft: 4\n" in text
    assert "name: 'Theirs'   # quotes stay\n" in text
    assert store.load(ours).state == "sealed"


def test_who_reads_json_does_not_load_yaml(tmp_path: Path) -> None:
    path = tmp_path / "pylon.json"
    code = (
        "import sys\nfrom apex_cli.project import store\nfrom apex_cli.project.templates import "
        "template\nstore.create(sys.argv[1], template('pole'))\nstore.load(sys.argv[1])\n"
        "assert not {'yaml', 'apex_cli.yaml_reader', 'apex_cli.project.yaml_text', "
        "'apex_cli.project.words', 'apex_cli.project.foreign'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
