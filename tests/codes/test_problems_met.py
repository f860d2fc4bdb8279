"""Every problem of the table is met: a command line that runs into it."""

import errno
import fcntl
import gzip
import hashlib
import json
import os
import shlex
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from apex_cli.batch import sources
from apex_cli.batch.item import Item
from apex_cli.codes.problems import PROBLEMS
from apex_cli.codes.table import CODES
from apex_cli.project import guard

ROOT = Path(__file__).parents[2]


class Stage(NamedTuple):
    """Where a scene plays: a folder with the examples, patches, and what is undone at the end."""

    folder: Path
    patch: pytest.MonkeyPatch
    end: ExitStack


Scene = Callable[[Stage], None]

BOOK: dict[str, Any] = {
    "kind": "pricing", "ref": "mine_v1", "standard": "Book of a test", "title": "A book",
    "released": "2026-11-23", "refs": [], "sources": {"me": "made up"}, "currency": "USD",
    "valid_from": "2026-01-01", "valid_to": None, "example": False, "cents": "half_up",
}  # fmt: skip
ROW: dict[str, Any] = {
    "code": "work", "label": "Work", "select": "always", "clause": "row", "status": "secondary",
    "sources": ["me"], "per": "sign",
}  # fmt: skip
BARE = "calc exposure pole.json --set sign.elements=[] --set sign.poles.top_ft=24"
FLAG = '{"kind":"flag","area_ft2":40,"height_ft":20}'
LIMBER = "--set sign.elements.0.width_ft=90 --set support.deflection.limit=2000"
SHORT = {
    "pole": "pole-sign", "pier": "bare-footing", "flag": "flag-mounted-cabinet",
    "heights": "heights-profile", "pylon": "two-cabinet-pylon", "steel": "pole-sign-support",
    "wall": "wall-cabinet",
}  # fmt: skip


def book(**row: Any) -> Scene:
    """A price book of one row in the folder."""

    def write(stage: Stage) -> None:
        (stage.folder / "pricing_mine_v1.yaml").write_text(
            json.dumps({**BOOK, "rows": [ROW | row]})
        )

    return write


def file(name: str, content: str | bytes) -> Scene:
    """A file in the folder."""

    def write(stage: Stage) -> None:
        (stage.folder / name).write_bytes(content.encode() if isinstance(content, str) else content)

    return write


def edited(name: str, /, **changes: Any) -> Scene:
    """A file of the folder with other values, by hand."""

    def edit(stage: Stage) -> None:
        document = json.loads((stage.folder / name).read_bytes())
        (stage.folder / name).write_text(json.dumps({**document, **changes}))

    return edit


def patched(where: str, value: Any) -> Scene:
    """Something in the way of the program."""
    return lambda stage: stage.patch.setattr(where, value)


def denied(*_: Any, **__: Any) -> NoReturn:
    raise PermissionError(13, "Permission denied")


def broken(*_: Any, **__: Any) -> NoReturn:
    raise ZeroDivisionError("by zero")


def linked(stage: Stage) -> None:
    (stage.folder / "other.json").hardlink_to(stage.folder / "pole.json")


def held(stage: Stage) -> None:
    """Another one who keeps the lock, and nobody who waits long for it."""
    handle = os.open(stage.folder / "pole.json", os.O_RDWR)
    stage.end.callback(os.close, handle)
    fcntl.flock(handle, fcntl.LOCK_EX)
    stage.patch.setenv(guard.TIMEOUT, "0.02")


def lockless(*_: Any) -> NoReturn:
    raise OSError(errno.ENOLCK, "No locks available")


def failing(stage: Stage) -> None:
    """A disk that fails when the folder is synced."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    stage.patch.setattr(os, "fsync", fsync)


def without_ezdxf(stage: Stage) -> None:
    stage.patch.setitem(sys.modules, "ezdxf", None)


def without_typst(stage: Stage) -> None:
    stage.patch.setitem(sys.modules, "typst", None)


def wrong_sums(stage: Stage) -> None:
    name = "pricing_mine_v1.yaml"
    (stage.folder / "SHA256SUMS").write_text(f"{hashlib.sha256(b'').hexdigest()}  {name}\n")


def cheaper(stage: Stage) -> None:
    data = (ROOT / "packs" / "pricing_v1.yaml").read_bytes()
    (stage.folder / "pricing_v1.yaml").write_bytes(data.replace(b"200", b"100", 1))


class Deadly(bytes):
    """Bytes that end the process which unpickles them."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def deadly(stage: Stage) -> None:
    """So many lines that processes share them, and one that kills whoever takes it."""
    data = (stage.folder / "pier.json").read_bytes()

    def items(*_: Any) -> Iterator[Item]:
        for number in range(70):
            yield Item("s", number, Deadly(data) if number == 3 else data)

    stage.patch.setattr(sources, "items", items)


class NoScheduler:
    """A client of dask.distributed that finds nobody; tests/batch has a real one."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise OSError("timed out")


class NoWorker:
    """One whose scheduler has nobody to calculate."""

    def __init__(self, *_: Any, **__: Any) -> None: ...

    def wait_for_workers(self, *_: Any, **__: Any) -> NoReturn:
        raise TimeoutError

    def close(self, **_: Any) -> None: ...


DASK = "batch footing pier.json --engine dask --scheduler tcp://127.0.0.1:1"
BY_MINE = "calc pricing pole.json --packs-dir . --set pricing.addons=[] --pack pricing=mine_v1"
SPECK = """'{"elements":[{"width_ft":0.05,"height_ft":0.05,"bottom_ft":18,"solidity":0.01}]}'"""
LOW = {"by": "sign.height_ft", "by_unit": "ft",
       "brackets": [{"above": 0, "up_to": 9, "amount_usd": 9}]}  # fmt: skip

MET: tuple[tuple[Any, ...], ...] = (
    ("apex.fault", 70, "calc all pole.json", patched("apex_cli.run.one.run", broken)),
    ("batch.no_scheduler", 8, DASK, patched("distributed.Client", NoScheduler)),
    ("batch.no_worker", 8, DASK, patched("distributed.Client", NoWorker)),
    ("batch.worker_lost", 70, "batch footing - -j 2", deadly),
    ("bundle.invalid", 3, "verify none.zip", file("none.zip", b"")),
    ("calculation.no_answer", 6, "calc exposure heights.json --set site.heights_ft=[600]"),
    ("check.failed", 1, "check pier.json", "project set pier.json footing.depth_ft=4"),
    ("config.invalid", 3, "calc all pole.json", file("apex.toml", b"calc_by = 3")),
    ("diff.unlike", 3, "diff pier.json answer.json", "calc footing pier.json -o answer.json"),
    ("envelope.invalid", 3, "show pole.json"),
    ("envelope.too_large", 3, "show pole.json",
     patched("apex_cli.audit.envelopes.MAX_STREAM_BYTES", 9)),
    ("file.damaged", 8, "batch all bad.jsonl.gz", file("bad.jsonl.gz", gzip.compress(b"{}")[:-9])),
    ("file.disk_full", 8, "calc footing pier.json -o /dev/full"),
    ("file.is_folder", 8, "calc all ."),
    ("file.is_project", 5, "calc footing pier.json -o pole.json"),
    ("file.no_locks", 8, "project set pole.json name=x", patched("fcntl.flock", lockless)),
    ("file.not_durable", 8, "project set pole.json name=x", failing),
    ("file.not_found", 8, "calc all none.json"),
    ("file.not_permitted", 8, "calc all pole.json", patched("pathlib.Path.open", denied)),
    ("file.not_regular", 8, "project set /dev/null name=x --if-match *"),
    ("footing.attachments_on_strip", 6,
     """calc footing wall-sign.json --set 'sign.attachments=[{"epa_ft2":1,"height_ft":5}]'"""),
    ("footing.no_depth", 6,
     "calc footing pier.json --set loads.lateral_lbf=9e6 --set loads.height_ft=2000"),
    ("footing.no_load", 6, f"calc footing pole.json --set sign={SPECK}"),
    ("footing.no_method", 6,
     "calc footing pier.json --set packs.footing=broms-clay_v1 --set footing.type=spread"),
    ("footing.no_size", 6,
     """calc footing pier.json --set 'footing={"type":"spread"}' --set loads.lateral_lbf=9e6"""),
    ("gust.bare_poles_not_covered", 6,
     f"{BARE} --set gust.method=rigid"),
    ("lock.differs", 7, "check pole.json",
     "lock pole.json", "project set pole.json footing.width_ft=3"),
    ("compare.nothing", 3, "compare empty.json --case soil.class=5",
     file("empty.json", '{"schema_version": 1}')),
    ("cheapest.nothing", 3, "cheapest empty.json", file("empty.json", '{"schema_version": 1}')),
    ("limits.nothing", 3, "limits empty.json", file("empty.json", '{"schema_version": 1}')),
    ("lock.nothing", 3, "lock empty.json", file("empty.json", '{"schema_version": 1}')),
    ("pack.altered", 4, BY_MINE, book(type="flat", amount_usd=9), wrong_sums),
    ("pack.bad_name", 4, "packs show nonsense"),
    ("pack.bad_reference", 4, "check pole.json --impact --pack exposure=../x"),
    ("pack.expired", 4, "calc pricing pole.json --as-of 1990-01-01"),
    ("pack.expression", 4, BY_MINE,
     book(type="per_unit", unit="ft", amount_usd=9, quantity="1 ft - sign.height_ft")),
    ("pack.hides_bundled", 4, "calc pricing pole.json --packs-dir .", cheaper),
    ("pack.invalid", 4, BY_MINE, file("pricing_mine_v1.yaml", "just text")),
    ("pack.mixed_families", 6,
     "calc footing en-roadside-sign.json --pack footing=ibc-2021_v1 --set soil.class=4"),
    ("pack.no_folder", 4, "calc all pole.json --packs-dir none"),
    ("pack.no_section", 4, "packs show sections_us_v1 --find PIPE7"),
    ("pack.not_built", 6, "calc all pole.json --pack exposure=nbc-2020_v1"),
    ("pack.not_found", 4, "calc all pole.json --pack exposure=asce7-99_v1"),
    ("pack.unreadable", 4, "calc all pole.json", patched("pathlib.Path.read_bytes", denied)),
    ("pricing.beyond_book", 6, BY_MINE, book(type="brackets", **LOW)),
    ("pricing.out_of_range", 6, f"{BY_MINE} --set pricing.quantity=9999",
     book(type="flat", amount_usd=9e6)),
    ("project.edited", 5, "project set pole.json name=y", edited("pole.json", name="x")),
    ("project.edited", 7, "check pole.json", "lock pole.json", edited("pole.json", name="x")),
    ("project.etag_mismatch", 5, "project set pole.json name=x --if-match abc"),
    ("project.exists", 5, "project new pole.json"),
    ("project.frozen", 5, "project set pole.json name=x",
     "lock pole.json", "project status pole.json estimating",
     "project status pole.json submitted"),
    ("project.hard_linked", 5, "project set pole.json name=x", linked),
    ("project.invalid", 3, "calc footing pier.json --set footing.width_ft=-1"),
    ("project.invalid_transition", 5, "project status pole.json accepted"),
    ("project.locked", 5, "project set pole.json name=x", held),
    ("project.malformed", 3, "calc all bad.json", file("bad.json", "{")),
    ("project.merge_conflict", 5, "project merge pole.json pier.json flag.json"),
    ("project.too_large", 3, "calc all big.json", file("big.json", b" " * (11 * 2**20))),
    ("project.unwritable", 5, "project seal odd.yaml",
     file("odd.yaml", "schema_version: 1\n? name # a key apart\n: Pylon\ndescription: |\n  x")),
    ("report.logo", 2, "report pier.json -o a.md --logo pier.json"),
    ("report.no_calculation", 2, "report empty.json -o a.md",
     file("empty.json", '{"schema_version": 1}')),
    ("report.no_ezdxf", 2, "report pier.json --dxf a.dxf", without_ezdxf),
    ("report.no_typst", 2, "report pier.json -o a.pdf", without_typst),
    ("report.several_projects", 2, "report answers.jsonl -o a.md",
     "batch footing pier.json pole.json -o answers.jsonl"),
    ("report.unknown_format", 2, "report pier.json -o a.docx"),
    ("review.no_state", 3, "review pole.json"),
    ("sign.flag_not_covered", 6,
     f"calc exposure pole.json --set 'sign.attachments=[{FLAG}]'"),
    ("sign.mounting_not_covered", 6, "calc exposure pole.json --set sign.mounting=parapet"),
    ("sign.no_foundation", 6, "calc footing pole.json --set sign.mounting=wall"),
    ("sign.not_one_face", 6,
     """calc exposure pylon.json --set sign.stacking=combined --set sign.elements.1.bottom_ft=5"""),
    ("sign.only_on_the_ground", 6,
     """calc exposure wall.json --set 'sign.attachments=[{"epa_ft2":1,"height_ft":5}]'"""),
    ("support.none_found", 6,
     f"calc support steel.json --select section --set sign.poles={{}} {LIMBER}"),
    ("usage.invalid", 2, "calc"),
    ("usage.protected_field", 2, "project set pole.json etag=x"),
    ("wall.building_too_high", 6,
     "calc exposure wall.json --set sign.building.mean_roof_height_ft=61"),
    ("wall.gap", 6, "calc exposure wall.json --set sign.gap_ft=5"),
    ("wall.past_edge", 6, "calc exposure wall.json --set sign.elements.0.bottom_ft=17"),
    ("verify.digest_differs", 7, "show answer.json",
     "calc footing pier.json -o answer.json", edited("answer.json", confidence=0.5)),
    ("wind.not_covered", 6, "calc exposure en-hoarding.json --set sign.elements.0.solidity=0.5"),
    ("wind.reply_invalid", 3, "project import-wind pole.json reply.json",
     file("reply.json", '{"source": "tool", "edition": "7-22", "speeds_mph": {"300": 105}}')),
)  # fmt: skip
"""Code, exit code, command line, and what comes before: other command lines, or scenes."""


def codes_in(envelope: dict[str, Any]) -> Iterator[tuple[str, int | None]]:
    """The codes of an envelope's problem, or of what a check found, with their status."""
    if envelope["error"]:
        yield envelope["error"]["code"], envelope["error"]["status"]
    elif envelope["kind"] == "check":
        for row in envelope["result"]["rows"]:
            yield from ((found["code"], CODES[found["code"]].status) for found in row["findings"])


@pytest.mark.parametrize("met", MET, ids=[f"{code} {exit_code}" for code, exit_code, *_ in MET])
def test_the_command_runs_into_it(
    ask: Any, folder: Path, monkeypatch: pytest.MonkeyPatch, met: tuple[Any, ...]
) -> None:
    code, exit_code, line, *before = met
    for short, example in SHORT.items():
        (folder / f"{example}.json").rename(folder / f"{short}.json")
    with ExitStack() as end:
        for one in before:
            if isinstance(one, str):
                assert ask(*shlex.split(one)).exit in {0, 1}, one
            else:
                one(Stage(folder, monkeypatch, end))
        said = ask(*shlex.split(line))
    assert said.exit == exit_code
    found = {told for envelope in said.envelopes for told in codes_in(envelope)}
    assert (code, CODES[code].status) in found


def test_no_problem_is_unmet() -> None:
    rows = {(row.code, exit_code) for row in PROBLEMS for exit_code in row.exit}
    assert {(code, exit_code) for code, exit_code, *_ in MET} == rows
