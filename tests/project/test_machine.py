"""Whatever is done to a project file, in whatever order, the store and a model of it agree."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from apex_cli.errors import Conflict, EtagMismatch, InvalidInput
from apex_cli.project import store
from apex_cli.project.edit import apply, assignment
from apex_cli.project.file import etag_of
from apex_cli.project.lifecycle import FROZEN, TRANSITIONS, require_open, sealable, transition
from apex_cli.project.lock import lock_block, write_lock
from apex_cli.project.templates import template

NAMES = st.sampled_from(["one", "two", "drei", "四"])
STATES: tuple[Any, ...] = ("sealed", "edited", "unsealed")
SEALING = {"revision", "updated_at", "etag"}

taken: dict[str, int] = {}
"""How often each rule ran."""


def content(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in SEALING}


class ProjectFile(RuleBasedStateMachine):
    """A model of one project file: its content, its revision, its state, the etags it has had."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="apex-machine-"))
        self.path = self.folder / "pylon.json"
        self.content: dict[str, Any] = {}
        self.revision = 0
        self.state = "absent"
        self.etags: list[str] = []
        self.copies: list[tuple[bytes, dict[str, Any], int]] = []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def did(self, what: str) -> None:
        taken[what] = taken.get(what, 0) + 1

    def written(self, done: store.Change, model: dict[str, Any]) -> None:
        """The store wrote: the model follows, and its etag is one that there never was."""
        assert done.changed
        self.content, self.revision, self.state = model, self.revision + 1, "sealed"
        assert done.after.etag not in self.etags
        self.etags.append(done.after.etag)
        self.copies.append((done.after.data, model, self.revision))

    def refused(self, code: str, call: Any) -> None:
        before = self.path.read_bytes()
        with pytest.raises(Conflict) as caught:
            call()
        assert caught.value.problem_code == code
        assert self.path.read_bytes() == before

    @initialize()
    def new(self) -> None:
        document = template("footing-only")
        self.written(store.create(self.path, document), document)

    @rule()
    def new_again(self) -> None:
        self.did("new")
        self.refused("project.exists", lambda: store.create(self.path, template("pole")))

    def edit(self, name: str) -> store.Edit:
        def edit(document: dict[str, Any]) -> dict[str, Any]:
            require_open(document)
            return apply(document, [assignment(f"name={name}")])

        return edit

    @rule(name=NAMES, fresh=st.booleans())
    def set(self, name: str, *, fresh: bool) -> None:
        self.did("set")
        etag = store.load(self.path).etag if fresh else "*"

        def call() -> store.Change:
            return store.change(self.path, self.edit(name), if_match=etag)

        if self.state != "sealed":
            self.refused("project.edited", call)
        elif self.content["status"] in FROZEN:
            self.refused("project.frozen", call)
        elif self.content["name"] == name:
            before = self.path.read_bytes()
            assert not call().changed
            assert self.path.read_bytes() == before
        else:
            self.written(call(), {**self.content, "name": name})

    @rule(name=NAMES, data=st.data())
    def set_stale(self, name: str, data: st.DataObject) -> None:
        self.did("stale")
        current = store.load(self.path).etag
        stale = data.draw(st.sampled_from([*self.etags, "0" * 64]).map(str))
        if stale == current:
            return
        before = self.path.read_bytes()
        with pytest.raises(EtagMismatch) as caught:
            store.change(self.path, self.edit(name), if_match=f'"{stale}"')
        assert caught.value.extra["current"] == current
        assert self.path.read_bytes() == before

    @rule(name=NAMES)
    def edit_by_hand(self, name: str) -> None:
        self.did("hand")
        document = store.load(self.path).document
        old, document["name"] = document["name"], f"{name} by hand"
        text = self.path.read_text("utf-8").replace(f'"name": "{old}"', f'"name": "{name} by hand"')
        self.path.write_text(text, "utf-8")
        self.content = {**self.content, "name": f"{name} by hand"}
        if self.state == "sealed" and old != document["name"]:
            self.state = "edited"
        elif self.state == "edited" and etag_of(document) == document["etag"]:
            self.state = "sealed"  # the hand put back what it had changed

    @rule()
    def unseal_by_hand(self) -> None:
        self.did("unseal")
        text = self.path.read_text("utf-8")
        etag = store.load(self.path).document["etag"]
        if etag is not None:
            self.path.write_text(text.replace(f'"{etag}"', "null"), "utf-8")
        self.state = "unsealed"

    @rule()
    def break_by_hand(self) -> None:
        """An invalid hand edit is neither written over nor sealed; then the hand repairs it."""
        self.did("break")
        good = self.path.read_bytes()
        for bad in (good[:-3], good.replace(b'"class"', b'"klass"')):
            self.path.write_bytes(bad)
            with pytest.raises((InvalidInput, Conflict)):
                store.change(self.path, sealable, accepts=STATES)
            with pytest.raises((InvalidInput, Conflict)):
                store.change(self.path, self.edit("x"))
            assert self.path.read_bytes() == bad
        self.path.write_bytes(good)

    @rule()
    def seal(self) -> None:
        self.did("seal")

        def call() -> store.Change:
            return store.change(self.path, sealable, accepts=STATES)

        if self.state == "sealed":
            assert not call().changed
        elif self.content["status"] in FROZEN:
            self.refused("project.frozen", call)
        else:
            self.written(call(), self.content)

    @rule(to=st.sampled_from(sorted(TRANSITIONS)))
    def status(self, to: str) -> None:
        self.did("status")
        now = self.content["status"]

        def lock_ok() -> tuple[bool, str]:
            locked = self.content["lock"] == self.lock()
            return locked, "" if locked else "not locked"

        def call() -> store.Change:
            return store.change(self.path, lambda raw: transition(raw, to, lock_ok))

        if self.state != "sealed":
            self.refused("project.edited", call)
        elif to == now:
            assert not call().changed
        elif to not in TRANSITIONS[now] or (to == "submitted" and not lock_ok()[0]):
            self.refused("project.invalid_transition", call)
        else:
            self.written(call(), {**self.content, "status": to})

    def lock(self) -> dict[str, Any]:
        """The lock of this content: a digest of the name stands for that of an answer."""
        result = etag_of({"name": self.content["name"]})
        return lock_block({"footing": ("v1", "a" * 64)}, {"footing": result})

    @rule()
    def write_lock(self) -> None:
        self.did("lock")
        block = self.lock()
        etag = store.load(self.path).etag

        def call() -> store.Change:
            packs = {"footing": ("v1", "a" * 64)}
            return write_lock(self.path, packs, block["results"], if_match=etag)

        if self.state != "sealed":
            self.refused("project.edited", call)
        elif self.content["lock"] == block:
            assert not call().changed
        elif self.content["status"] in FROZEN:
            self.refused("project.frozen", call)
        else:
            self.written(call(), {**self.content, "lock": block})

    @precondition(lambda self: len(self.copies) > 1)
    @rule(data=st.data())
    def restore_a_copy(self, data: st.DataObject) -> None:
        """A backup is put back: it is sealed, and it is not what the last reader read."""
        self.did("restore")
        last = store.load(self.path).etag
        copy, self.content, self.revision = data.draw(st.sampled_from(self.copies))
        self.path.write_bytes(copy)
        self.state = "sealed"
        if last != store.load(self.path).etag:
            with pytest.raises(EtagMismatch):
                store.change(self.path, self.edit("late"), if_match=last)
        # From here on revisions repeat, so an etag may come again only with its very content.
        self.etags = [store.load(self.path).etag]
        self.copies = [(copy, self.content, self.revision)]

    @invariant()
    def the_file_is_what_the_model_says(self) -> None:
        if self.state == "absent":
            return
        found = store.load(self.path)
        assert found.state == self.state
        assert content(found.document) == self.content
        assert found.document["revision"] == self.revision
        assert [path.name for path in self.folder.iterdir()] == [self.path.name]


def test_the_store_and_its_model_agree() -> None:
    taken.clear()
    run_state_machine_as_test(
        ProjectFile,
        settings=settings(
            max_examples=60,
            stateful_step_count=60,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert sum(taken.values()) >= 2000, taken
    assert min(taken.values()) >= 20, taken
    assert len(taken) == 10, taken
