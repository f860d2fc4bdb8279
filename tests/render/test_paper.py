"""The package on paper: how many pages, the first one, for whom, on what, and nothing of prices."""

import io
import json
import re
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

from apex_cli.errors import UsageError
from apex_cli.package.answers import envelopes_of
from apex_cli.package.logo import logo
from apex_cli.package.written import package, written
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render.report import html, markdown, pdf
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import Wish
from apex_cli.render.report.model import Paper, Report, Table, Verdict

EXAMPLES = Path(__file__).parents[2] / "examples"
SIGNING = Signing("J. Doe, PE", "A. Checker", "2026-11-23")
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3"/></svg>'
)
PRICES = re.compile(r"USD|price|bracket|pricing|quote", re.IGNORECASE)


@cache
def answers(name: str) -> list[dict[str, Any]]:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    project = {"name": document.get("name"), "id": document.get("project_id")}
    return envelopes_of(document, Catalogue(), {"version": "1.2.3", "project": project})


def made(name: str, **wish: Any) -> Report:
    return package(answers(name), SIGNING, Catalogue(), Wish(**wish))


def pages(report: Report, paper: Paper = Paper()) -> list[pypdf.PageObject]:  # noqa: B008 - frozen
    return list(pypdf.PdfReader(io.BytesIO(pdf.render(report, "", paper))).pages)


@cache
def permit(name: str) -> list[pypdf.PageObject]:
    return pages(made(name))


@pytest.mark.parametrize(
    ("name", "most"),
    [("pole-sign", 4), ("two-cabinet-pylon", 5), ("two-pole-pylon", 6), ("monument-sign", 4),
     ("pole-sign-support", 6), ("pole-sign-embedded", 7), ("monument-sign-slab", 7),
     ("pole-sign-plate", 9), ("monument-sign-dowels", 8)],
)  # fmt: skip
def test_a_package_is_no_longer_than_a_department_reads(name: str, most: int) -> None:
    found = permit(name)
    assert len(found) <= most
    if name in {"two-cabinet-pylon", "pole-sign-support"}:
        told = [page.extract_text() for page in found[2:]]
        (begun,) = [text for text in told if "Each equation once" in text]
        assert "Ground elevation factor" in begun  # no heading stands alone
        ends = {line.rstrip()[-1:] for text in told for line in text.splitlines()}
        assert not ends & {*"×+−"}  # nor does an operator end a line


def test_the_first_page_decides() -> None:
    count = len(answers("pole-sign-plate")[0]["checks"])
    text = " ".join(permit("pole-sign-plate")[0].extract_text().split())
    for words in (
        "PASS", f"All {count} checks pass", "109 mph", "risk category II, exposure C", "Kzt = 1",
        "class 4, sand", "bearing 2,000 psf", "42 in", "ASCE/SEI 7-22", "ACI 318-19", "1.2D+1.0W",
        "28.451", "Round pier, Ø 3'-0\", 7'-0\" deep", "HSS10.750x0.365", "F1554 Gr. 55",
        "Base plate", "0.946", "Seal and signature", "Stamp of the department", "page 1 of",
        "Calculation", "Verification",
    ):  # fmt: skip
        assert words in text, words
    assert "onfidence" not in text


def test_a_number_below_zero_has_a_minus_and_no_hyphen() -> None:
    text = "".join(page.extract_text() for page in permit("pole-sign-plate"))
    assert "−0.326808" in text
    assert "-0.326808" not in text


def test_every_check_counts_on_the_first_page() -> None:
    report = made("pole-sign-plate")
    table = next(part for part in report.sections[0].blocks
                 if isinstance(part, Table) and part.title.startswith("Checks"))  # fmt: skip
    assert sum(int(row[1]) for row in table.rows) == len(answers("pole-sign-plate")[0]["checks"])


@pytest.mark.parametrize(
    ("settings", "kind"),
    [({}, "pass"), ({"depth_ft": 4}, "fail")],
)
def test_the_verdict(settings: dict[str, Any], kind: str) -> None:
    document = json.loads((EXAMPLES / "bare-footing.json").read_bytes())
    document["footing"] |= settings
    report = package(envelopes_of(document, Catalogue(), {}), SIGNING, Catalogue())
    found = report.sections[0].blocks[0]
    assert isinstance(found, Verdict)
    assert found.kind == kind


def test_amber_where_an_engineer_must_look() -> None:
    document = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    document["soil"] = {"lateral_psf_per_ft": 200, "vertical_psf": 2500, "source": "Boring B-1"}
    report = package(envelopes_of(document, Catalogue(), {}), SIGNING, Catalogue())
    found = report.sections[0].blocks[0]
    assert isinstance(found, Verdict)
    assert found.kind == "review"
    text = markdown.render(report)
    assert "REVIEW" in text
    assert "Boring B-1" in text


@pytest.mark.parametrize("wish", [{}, {"summary": True}, {"reader": "shop"}])
def test_no_price_reaches_the_department_or_the_shop(wish: dict[str, Any]) -> None:
    text = html.render(made("pole-sign-support", **wish))
    body = text[text.index("<body>") :]
    assert not PRICES.search(body), PRICES.search(body)
    assert "USD" in html.render(made("pole-sign-support", full=True))


def test_in_full_every_step_stands_by_itself() -> None:
    text = markdown.render(made("pole-sign", full=True))
    for step in answers("pole-sign")[0]["trace"]["steps"]:
        assert f"\n({step['n']})" in text


def test_the_summary_is_one_page() -> None:
    (page,) = pages(made("two-pole-pylon", summary=True))
    assert "343.484" in page.extract_text()


def test_the_shop_gets_sizes_and_no_equations() -> None:
    report = made("pole-sign-plate", reader="shop")
    kinds = {part.block for section in report.sections for part in section.blocks}
    assert not {"equation", "family"} & kinds
    text = pages(report)[0].extract_text() + markdown.render(report)
    for words in ("10'-0\"", "HSS10.750x0.365", "vertical 10 #7", "194.47", "1.833", "972.48"):
        assert words in text, words


def test_paper_of_either_size() -> None:
    sizes = []
    for size in ("letter", "a4"):
        box = pages(made("bare-footing"), Paper(size))[0].mediabox
        sizes.append((round(float(box.width)), round(float(box.height))))
    assert sizes == [(612, 792), (595, 842)]


def png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_logo_is_shown_and_never_run(tmp_path: Path) -> None:
    report = made("bare-footing")
    for name, data in (("a.svg", SVG), ("a.PNG", png())):
        (tmp_path / name).write_bytes(data)
        read = logo(tmp_path / name)
        assert read == data
        assert pages(report, Paper("letter", read))
        page = written(report, "a.html", answers("bare-footing"), "", Paper("letter", read))
        assert b'<img class="logo" alt="Logo" src="data:image/' in page
    for wish in ({}, {"reader": "shop"}):
        first = pages(made("bare-footing", **wish), Paper("letter", png()))[0]
        assert len(first.images) == 1, wish
    for name, data in (("b.svg", b"no logo"), ("b.png", SVG), ("b.gif", SVG),
                       ("c.svg", b"<" * (2**20 + 1))):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UsageError, match="is no logo"):
            logo(tmp_path / name)


def test_many_revisions_stay_in_their_table() -> None:
    document = json.loads((EXAMPLES / "bare-footing.json").read_bytes())
    rows = [{"mark": str(n), "date": "2026-11-23", "text": f"Change {n} {'x' * 150}", "by": "JD"}
            for n in range(30)]  # fmt: skip
    margin = {"version": "0", "project": {"name": "N", "revisions": rows, "permit_number": "P-1"}}
    report = package(envelopes_of(document, Catalogue(), margin), SIGNING, Catalogue())
    found = pages(report)
    first = found[0].extract_text()
    assert "Change 29" in first
    assert "Change 25" not in first
    assert "Change 0 " in "".join(page.extract_text() for page in found)
    assert all("P-1" in page.extract_text() for page in found)
