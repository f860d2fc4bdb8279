"""What other packs would change: which answers move, by how much, which checks flip."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from apex_cli.audit.locked import Answers, attempts
from apex_cli.envelope.compare import compare
from apex_cli.errors import ApexError
from apex_cli.files import shown
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project import store
from apex_cli.project.overrides import overridden, pack_assignment
from apex_cli.vocabulary import PACK_KINDS, Part

HEADLINES: dict[Part, tuple[str, ...]] = {
    "exposure": (
        "/base/moment_kipft",
        "/at_wall/outward_lbf",
        "/at_wall/turn_kipft",
        "/at_roof/overturning_kipft",
    ),
    "footing": ("/depth_ft",),
    "support": ("/ratio",),
    "pricing": ("/total_usd",),
}
"""The number of each calculation that stands for its answer: an answer has one of these."""

NOTHING: dict[str, Any] = {
    "project_id": None, "moved": False, "flipped": [], "effect": 0, "headlines": {},
    "changes": [], "first_step": None, "errors": [], "exit_code": 0,
}  # fmt: skip
"""What is told of a project that no pack moves."""


def require_packs(packs: Iterable[str], catalogue: Catalogue) -> None:
    """Refuse packs that no project could be calculated with.

    Raises:
        PackError: One of these ``KIND=REF`` is missing, malformed or altered.
    """
    refs = {change.parts[-1]: str(change.value) for change in map(pack_assignment, packs)}
    for kind in PACK_KINDS:
        if kind in refs:
            catalogue.load(kind, refs[kind])


def impacts(files: Iterable[str], packs: Collection[str], catalogue: Catalogue) -> dict[str, Any]:
    """How the answers of projects change under other packs, the strongest effect first.

    Raises:
        PackError: One of the packs is missing, malformed or altered.
    """
    require_packs(packs, catalogue)
    rows = ranked(impact(file, packs, catalogue) for file in files)
    moved = sum(row["moved"] for row in rows)
    return {"packs": list(packs), "files": len(rows), "moved": moved, "impact": rows}


def impact(path: str, packs: Iterable[str], catalogue: Catalogue) -> dict[str, Any]:
    """How one project's answers change under other packs.

    Returns:
        ``path``, ``project_id``, ``moved``, ``flipped`` (checks that change their verdict, and
        answers that appear or cannot be had any more), ``effect`` (largest relative change of a
        headline number), ``headlines``, ``changes`` (each moved number of a result),
        ``first_step``, ``errors``, ``exit_code`` (0 if the file's present answers can be had).
    """
    told = {**NOTHING, "path": shown(path)}
    try:
        document = store.load(path).document
        told["project_id"] = document.get("project_id")
        before, refused = attempts(document, catalogue)
        other, _ = overridden(document, (), _of_its_own(document, packs))
        after, refused_then = attempts(other, catalogue)
    except ApexError as error:
        return {**told, "errors": [_words(error)], "exit_code": error.exit_code}
    told["errors"] = [f"{kind} now: {_words(error)}" for kind, error in refused.items()]
    told["errors"] += [f"{kind} then: {_words(error)}" for kind, error in refused_then.items()]
    told["exit_code"] = max((error.exit_code for error in refused.values()), default=0)
    return {**told, **_effects(before, after)}


def _of_its_own(document: Mapping[str, Any], packs: Iterable[str]) -> list[str]:
    """Those of the packs that replace one the project names."""
    named = document.get("packs")
    return [
        setting
        for setting in packs
        if isinstance(named, dict) and pack_assignment(setting).parts[-1] in named
    ]


def _words(error: ApexError) -> str:
    return shown(f"{error.problem_code}: {error.detail}")


def _effects(before: Answers, after: Answers) -> dict[str, Any]:
    one, other = before.envelopes, after.envelopes
    found = {kind: compare(one[kind], other[kind]) for kind in one if kind in other}
    flipped = [f"{kind}: no answer" for kind in one if kind not in other]
    flipped += [f"{kind}: an answer" for kind in other if kind not in one]
    flipped += [
        f"{kind}{item['pointer']}"
        for kind, told in found.items()
        for item in told["checks"]
        if item["pointer"].endswith("/passed")
    ]
    headlines = {
        kind: {name: item[name] for name in ("old", "new", "ratio")}
        for kind, told in found.items()
        for item in told["result"]
        if item["pointer"] in HEADLINES[kind] and "ratio" in item
    }
    changes = [
        {**item, "pointer": f"/{kind}{item['pointer']}"}
        for kind, told in found.items()
        for item in told["result"]
    ]
    steps = (told["first_step"] for told in found.values() if told["first_step"])
    return {
        "moved": bool(changes or flipped),
        "flipped": flipped,
        "effect": max((round(abs(item["ratio"] - 1), 6) for item in headlines.values()), default=0),
        "headlines": headlines,
        "changes": changes,
        "first_step": next(steps, None),
    }


def ranked(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Rows by effect: flipped checks first, then the largest change."""
    return sorted(rows, key=lambda row: (-len(row["flipped"]), -row["effect"], row["path"]))
