"""apex project: project files made and changed, each write onto what was read and nothing else."""

import copy
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from apex_cli.cli.output import Output, say, write
from apex_cli.cli.project_answer import standing, tell
from apex_cli.errors import UsageError
from apex_cli.exits import INTERRUPTED

NAMING = ("packs", "pricing", "sign")
"""The blocks of a project in which something is named that stands elsewhere."""
EMPTY = {"schema_version": 1}
"""The least project: by it is seen whether a file can be made before anything is asked."""


ENGINEERS = frozenset({"v1"})
"""The bundled books that price engineering alone."""
SHOPS = "--set packs.pricing=example-shop_v2, or a book of your own (docs/pricing-book.md)"


def new(
    wish: Output,
    *,
    path: str,
    template: str | None,
    source: str | None,
    interactive: bool,
    project_id: str | None,
    name: str | None,
    settings: tuple[str, ...],
    folders: tuple[Path, ...],
    dry_run: bool,
) -> int:
    """Make a project file; never over an existing one.

    With --interactive it asks for what a calculation needs, a question at a time.

    A name that ends in .yaml makes YAML, with a comment beside each field.
    """
    from apex_cli.project import store, templates
    from apex_cli.project.edit import assignment

    changes = [assignment(setting) for setting in settings]
    like = None if source is None else store.load(source)
    if interactive:
        from apex_cli.cli.project_ask import asked

        if template or source:
            raise UsageError("--interactive asks instead of --template and --from")
        store.create(path, EMPTY, dry_run=True)
        given = document = asked(wish, path, name, folders)
        if document is None:
            say("apex: nothing was written")
            return INTERRUPTED
    elif like is None:
        given = templates.template(template or "pole")
        document = _with_default_packs(given)
    else:
        given = document = templates.copied(like.document)
    own = {
        "project_id": project_id or templates.id_of(Path(path)),
        "name": name or document.get("name"),
    }
    require_apart(wish, path, source or path)
    made = changed({**document, **own}, changes, folders, given)
    done = store.create(path, made, like=like, dry_run=dry_run)
    if (made.get("packs") or {}).get("pricing") in ENGINEERS:
        say(f"apex: prices are those of engineering alone; a shop's: {SHOPS}", wish)
    return _told(done, wish, dry_run=dry_run)


def set_(
    wish: Output,
    *,
    project: str,
    settings: tuple[str, ...],
    folders: tuple[Path, ...],
    if_match: str | None,
    dry_run: bool,
) -> int:
    """Change values; null takes one away.

    A pack, add-on or section that is not there is refused before anything is written.
    """
    from apex_cli.project import lifecycle
    from apex_cli.project.edit import assignment

    changes = [assignment(setting) for setting in settings]

    def edit(document: dict[str, Any]) -> dict[str, Any]:
        lifecycle.require_open(document)
        return changed(document, changes, folders)

    require_apart(wish, project)
    return change(project, edit, if_match, wish, dry_run=dry_run)


def _with_default_packs(document: dict[str, Any]) -> dict[str, Any]:
    """A template with the user's default packs in the place of its own."""
    from apex_cli.cli import defaults

    own, default = document["packs"], defaults.packs(defaults.layers())
    return {**document, "packs": {kind: default.get(kind, ref) for kind, ref in own.items()}}


def changed(
    document: dict[str, Any],
    changes: Any,
    folders: tuple[Path, ...],
    before: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The document with these changes, which bring in no name that leads nowhere.

    Args:
        document: As it is.
        changes: What is assigned.
        folders: Folders to look for packs in first.
        before: As it was before all changes, if that is something else.
    """
    from apex_cli.project.edit import apply

    old = before or document
    done = apply(copy.deepcopy(document), changes)
    if any(old.get(block) != done.get(block) for block in NAMING):
        from apex_cli.audit.names import require_known
        from apex_cli.packs.catalogue import Catalogue

        require_known(old, done, Catalogue(folders))
    return done


def seal(wish: Output, *, project: str, if_match: str | None, dry_run: bool) -> int:
    """Accept what was changed by hand: validate and seal."""
    from apex_cli.project.lifecycle import sealable

    require_apart(wish, project)
    states = ("sealed", "edited", "unsealed")
    return change(project, sealable, if_match, wish, states, dry_run=dry_run)


def status(
    wish: Output,
    *,
    project: str,
    to: str,
    if_match: str | None,
    dry_run: bool,
    folders: tuple[Path, ...],
) -> int:
    """Bring a project to its next state.

    From draft to estimating to submitted, which needs a current lock with every check passed, and
    from there to accepted or rejected.
    """
    from apex_cli.audit.kept import lock_holds
    from apex_cli.packs.catalogue import Catalogue
    from apex_cli.project.lifecycle import transition

    def edit(document: dict[str, Any]) -> dict[str, Any]:
        return transition(document, to, lambda: lock_holds(document, Catalogue(folders)))

    require_apart(wish, project)
    return change(project, edit, if_match, wish, dry_run=dry_run)


def migrate(wish: Output, *, project: str, if_match: str | None, dry_run: bool) -> int:
    """Bring a file of an older format to this one."""
    from apex_cli.project import migrate as formats
    from apex_cli.project import store

    require_apart(wish, project)
    found = store.load(project)
    old = formats.version_of(found.document) == 0
    states = ("sealed", "unsealed") if old else ("sealed",)
    return change(project, formats.migrate, if_match, wish, states, dry_run=dry_run)


def merge(
    wish: Output,
    *,
    base: str,
    ours: str,
    theirs: str,
    favor: Literal["ours", "theirs"] | None,
    dry_run: bool,
) -> int:
    """Merge two files grown from one, field by field.

    OURS gets the result. A field that both changed is a conflict, exit 5, and OURS stays.
    """
    from apex_cli.project.merge import merge as merge_files

    require_apart(wish, base, ours, theirs)
    done = merge_files(base, ours, theirs, favor=favor, dry_run=dry_run)
    if done.lock_dropped:
        say("apex: the lock was dropped, for its answers may not hold; lock again: apex lock", wish)
    more = {"lock_dropped": done.lock_dropped, "favored": list(done.favored)}
    return _told(done.change, wish, more, dry_run=dry_run)


def require_apart(wish: Output, *projects: str) -> None:
    """Refuse an answer that would go where a project is or comes to be."""
    if wish.file is not None and os.path.realpath(wish.file) in map(os.path.realpath, projects):
        raise UsageError(
            f"-o {wish.file} is the project itself", hint="give the answer another name"
        )


def change(
    project: str,
    edit: Callable[[dict[str, Any]], dict[str, Any]],
    if_match: str | None,
    wish: Output,
    states: tuple[Any, ...] = ("sealed",),
    *,
    dry_run: bool,
) -> int:
    """Change the file that was read just now, or that of the etag the caller read before."""
    from apex_cli.project import store

    expected = store.load(project).etag if if_match is None else if_match
    done = store.change(project, edit, if_match=expected, accepts=states, dry_run=dry_run)
    return _told(done, wish, dry_run=dry_run)


def _told(done: Any, wish: Output, more: dict[str, Any] | None = None, *, dry_run: bool) -> int:
    """Answer with what a write did, or would do."""
    if dry_run and wish.as_table:
        write(done.diff().encode("utf-8"), wish)
        return 0
    told = {"changed": done.changed, **(more or {})}
    if dry_run:
        told |= {"dry_run": True, "diff": done.diff()}
    with standing(done.after.path, written=done.changed and not dry_run):
        return tell(done.after, wish, told)
