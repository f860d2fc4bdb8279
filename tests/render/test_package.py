"""The package: every number is the answer's, nothing in it is obeyed, same answer same bytes."""

import io
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pypdf
import pytest

from apex_cli.errors import InvalidInput, UsageError, VerificationFailed
from apex_cli.package.answers import calculated, distinct, envelopes_of, unaltered
from apex_cli.package.written import package, written
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.render.report import html, markdown, pdf
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.chapters import PRICE, chapters
from apex_cli.render.report.content import Wish, report
from apex_cli.render.report.model import Code, Figure, Paragraph, Points, Report, Table, Verdict
from apex_cli.run.margin import meta

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = [
    "bare-footing", "heights-profile", "monument-sign-slab", "pole-sign-plate", "two-pole-pylon",
    "wall-sign",
]  # fmt: skip
"""One of each kind: every example would take minutes."""
SIGNING = Signing("J. Doe, PE", "A. Checker", "2026-11-23")
HOSTILE = (
    "<script>alert(1)</script><!-- $x$ #let x = 1 #panic() \\input{/etc/passwd} \U0001f600 "
    "שלום مرحبا `a` *b* [c](http://e.example) & ]]> \"q\" 'r' \x1b[31m \u202e \ufffe {{7*7}} ```"
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@cache
def made(name: str) -> tuple[Report, list[dict[str, Any]]]:
    document = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    project = {"name": document.get("name"), "id": document.get("project_id")}
    envelopes = envelopes_of(document, Catalogue(), {"version": "1.2.3", "project": project})
    return package(envelopes, SIGNING, Catalogue()), envelopes


@cache
def printed(name: str) -> bytes:
    """The PDF of an example: every test that looks at it looks at the same."""
    return pdf.render(made(name)[0], SIGNING.date)


def hostile(count: int = 2) -> Report:
    """A project with hostile text wherever there may be text, and so many cabinets."""
    document = json.loads((EXAMPLES / "two-cabinet-pylon.json").read_bytes())
    face = document["sign"]["elements"][1]
    document["sign"]["elements"] = [
        {**face, "name": f"{HOSTILE} {n}", "bottom_ft": 10 + 4.5 * n} for n in range(count)
    ]
    document["sign"]["poles"]["top_ft"] = 10 + 4.5 * count
    document["site"]["wind_speed_source"] = HOSTILE
    document["footing"]["width_ft"] = 6
    validate({**document, "name": HOSTILE})
    project = dict.fromkeys(("id", "name", "customer", "site"), HOSTILE * 2)
    margin = {"project": project, "version": "0", "overrides": {HOSTILE: HOSTILE},
              "notices": ["project.edited"], "project_etag": "0" * 64}  # fmt: skip
    signing = Signing(HOSTILE, HOSTILE, "")
    return package(envelopes_of(document, Catalogue(), margin), signing, Catalogue())


def text_of(data: bytes, most: int = 1000) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "\n".join(page.extract_text() for page in pages[:most])


def numbers_in(text: str) -> set[float]:
    return {float(found.replace(",", "").rstrip(".")) for found in NUMBER.findall(text)}


def values(part: Any) -> set[float]:
    """Every number of a JSON value, also those inside its texts and keys."""
    if isinstance(part, bool) or part is None:
        return set()
    if isinstance(part, int | float):
        return {abs(float(part))}
    if isinstance(part, str):
        return numbers_in(part)
    if isinstance(part, dict):
        return set().union(*(values(item) | values(key) for key, item in part.items()), set())
    return set().union(*map(values, part), set())


def told(result: Any) -> set[float]:
    """The numbers of a result that a reader must find."""
    if isinstance(result, dict):
        return set().union(*map(told, result.values()), set())
    if isinstance(result, list):
        return set().union(*map(told, result), set())
    return values(result) if isinstance(result, int | float) else set()


@pytest.mark.parametrize("name", ["two-pole-pylon", "pole-sign", "bare-footing", "heights-profile"])
def test_the_numbers_of_the_pdf_are_those_of_the_envelope(name: str) -> None:
    reported, envelopes = made(name)
    text = text_of(printed(name))
    shown = numbers_in(text)
    for envelope in envelopes:
        result = {key: part for key, part in envelope["result"].items() if key != "pricing"}
        owed = told(result) | told(envelope["checks"])
        owed |= {
            abs(float(step["value"]))
            for chapter, step in chapters(envelope["trace"]["steps"])
            if chapter != PRICE
        }
        assert owed <= shown, sorted(owed - shown)
    allowed = values(envelopes) | values(SIGNING) | numbers_in(reported.head.digest[:12])
    figures = " ".join(
        re.sub("<[^>]*>", " ", block.svg)
        for section in reported.sections
        for block in section.blocks
        if isinstance(block, Figure)
    )
    allowed |= numbers_in(figures) | {float(n) for n in range(120)}
    words = [block.text for part in reported.sections for block in part.blocks
             if isinstance(block, Paragraph | Code | Verdict)]  # fmt: skip
    allowed |= numbers_in(" ".join(words))
    strange = {number for number in shown - allowed if number != int(number)}
    raised = {number for number in strange if float(str(number)[:-1]) in allowed}  # 2.5² reads 2.52
    assert strange == raised, sorted(strange - raised)


@pytest.mark.parametrize("name", NAMES)
def test_html_is_valid_and_stands_alone(name: str) -> None:
    text = html.render(made(name)[0])
    assert_valid(text)


def assert_valid(text: str) -> None:
    """No parse error, nothing fetched, nothing run, headings in order, ids once, labels present."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    tags = [item.tag for item in tree.iter() if isinstance(item.tag, str)]
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(tags)
    ids = [item.attrib["id"] for item in tree.iter() if "id" in item.attrib]
    assert len(ids) == len(set(ids))
    for item in tree.iter():
        for key, value in item.attrib.items():
            assert not str(key).lower().startswith("on"), key
            if str(key).endswith(("href", "src")):
                assert value.startswith("#"), value
                assert value[1:] in ids
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert tags.count("caption") == tags.count("table")


def test_colours_can_be_read() -> None:
    style = html.render(made("bare-footing")[0]).partition("<style>")[2].partition("</style>")[0]
    light, dark = style.split("prefers-color-scheme: dark")
    for part in (light, dark):
        colours = dict(re.findall(r"--(\w+): #([0-9a-f]{6})", part))
        for back in ("paper", "wash", "look", "pass", "fail"):
            for name in ("ink", "muted", "accent", "bad", "amber", "good"):
                pair = sorted(luminance(colours[one]) + 0.05 for one in (back, name))
                assert pair[1] / pair[0] >= 4.5, (back, name)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", NAMES)
def test_markdown_tables_are_whole(name: str) -> None:
    text = markdown.render(made(name)[0])
    assert_tables(text)
    full = markdown.render(package(made(name)[1], SIGNING, Catalogue(), Wish(full=True)))
    assert_tables(full)
    assert told(made(name)[1][0]["result"]) <= numbers_in(full)


def assert_tables(text: str) -> None:
    """Inside a table every row has as many cells as the rule under the head."""
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    cells = 0
    for line in outside.splitlines():
        if re.fullmatch(r"\|[-:|]+\|", line):
            cells = line.count("|")
        elif line.startswith("|") and cells:
            assert len(re.findall(r"(?<!\\)\|", line)) == cells, line
        elif not line:
            cells = 0


@pytest.mark.parametrize("count", [1, 12])
def test_hostile_text_is_shown_never_run(count: int) -> None:
    reported = hostile(count)
    page = html.render(reported)
    assert_valid(page)
    assert "&lt;script&gt;alert(1)" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    text = markdown.render(reported)
    assert_tables(text)
    fenced = re.sub(r"```.*?\n```", "", text, flags=re.DOTALL)
    assert not re.search(r"(?<!\\)<script", fenced)
    assert not re.search(r"(?<!\\)\$x", fenced)
    found = re.sub(r"\s", "", text_of(pdf.render(reported), 12))
    for part in ("<script>alert(1)</script>", "$x$", "#let", "#panic()", "\\input{/etc/passwd}",
                 "⟨U+1F600⟩", "{{7*7}}"):  # fmt: skip
        assert part.replace(" ", "") in found, part


@pytest.mark.parametrize("name", NAMES)
def test_same_answer_same_bytes(name: str) -> None:
    reported, envelopes = made(name)
    later = [{**one, "meta": {**one["meta"], "generated_at": "later", "duration_ms": 9}}
             for one in envelopes]  # fmt: skip
    again = package(later, SIGNING, Catalogue(), stored=True)
    assert again == reported
    assert pdf.render(again, SIGNING.date) == printed(name)


def test_a_name_without_a_gap_stays_on_the_page() -> None:
    document = json.loads((EXAMPLES / "heights-profile.json").read_bytes())
    margin = {"version": "0", "project": {"name": "W" * 200}}
    reported = package(envelopes_of(document, Catalogue(), margin), SIGNING, Catalogue())
    lines = [line for line in text_of(pdf.render(reported), 1).split("\n") if "WWWW" in line]
    assert sum(line.count("W") for line in lines) >= 200
    assert max(map(len, lines)) < 60


def test_pages_are_numbered_and_signed() -> None:
    pages = pypdf.PdfReader(io.BytesIO(printed("pole-sign"))).pages
    for n, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"page {n} of {len(pages)}" in text
        assert "J. Doe, PE" in text
        assert "apex 1.2.3" in text


def test_the_pdf_is_for_every_reader() -> None:
    data = pdf.render(made("two-cabinet-pylon")[0])
    assert b"pdfuaid:part" in data  # PDF/UA-1: tagged, titled, words for every figure and formula


def test_the_pdf_says_nothing_of_the_day_it_was_made() -> None:
    data = pdf.render(made("bare-footing")[0])
    metadata = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert metadata is not None
    assert metadata.title is not None
    assert b"/CreationDate" not in data or b"D:2000" in data


def test_several_envelopes_make_one_package() -> None:
    document = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    del document["pricing"]
    envelopes = envelopes_of(document, Catalogue(), {})
    assert [one["kind"] for one in envelopes] == ["exposure", "footing"]
    text = markdown.render(package(envelopes, SIGNING, Catalogue()))
    assert text.count("\n(1)") == 1
    assert all(one["content_sha256"] in text for one in envelopes)
    lines = written(package(envelopes, SIGNING, Catalogue()), "a.json", envelopes, "")
    assert [json.loads(line)["kind"] for line in lines.splitlines()] == ["exposure", "footing"]


def test_the_support_is_told_with_its_criteria_and_its_diagram() -> None:
    found, _ = made("pole-sign-support")
    sections = {section.title: section.blocks for section in found.sections}
    drawn = [block.title for block in sections["Drawings"] if isinstance(block, Figure)]
    assert [title for title in drawn if title.startswith("Stages of the pole")]
    told = sections["Results: support"]
    tables = {block.title: block for block in told if isinstance(block, Table)}
    assert list(tables) == ["Reactions", "Stages", "Steel", "Places", "Deflection"]
    heads = [(column.name, column.unit) for column in tables["Steel"].columns]
    assert ("F_y", "ksi") in heads
    assert ("design wall", "in") in heads
    assert any("base plate" in item for block in sections["Remarks and assumptions"]
               if isinstance(block, Points) for item in block.items)  # fmt: skip
    assert any("pier's concrete" in item for block in sections["Remarks and assumptions"]
               if isinstance(block, Points) for item in block.items)  # fmt: skip
    assert not any("slab's concrete" in item for block in sections["Remarks and assumptions"]
                   if isinstance(block, Points) for item in block.items)  # fmt: skip
    plain, _ = made("pole-sign")
    assert "Results: support" not in {section.title for section in plain.sections}


def test_what_stands_beside_the_wind_is_on_paper() -> None:
    found, _ = made("camera-pole")
    text = markdown.render(found)
    for words in (
        "ASCE hazard tool, read 2026-11-20, ASCE 7-22, risk category II, 700 years, 41.59° N",
        "The seismic load does not govern at grade, by a factor of",
        "1.25 in, 457.859 lbf, in the dead load where it adds; wind on ice is not checked",
        "with 4 attachments.",
        "its maker, 3 ft by 5 ft",
    ):
        assert words in text, words
    titles = {
        block.title for section in found.sections for block in section.blocks
        if isinstance(block, Table)
    }  # fmt: skip
    assert {"Attachments", "Ice: parts", "Seismic: levels"} <= titles


def test_what_the_department_asks_for_is_on_paper() -> None:
    document = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    before = envelopes_of(document, Catalogue(), meta(document=document))
    document["site"] |= {"address": "12 Main Street", "jurisdiction": "City of Des Moines"}
    document |= {
        "permit_number": "SGN-2026-0117",
        "revisions": [{"mark": "A", "date": "2026-11-29", "text": "Cabinet 6 ft", "by": "JD"}],
    }
    validate(document)
    after = envelopes_of(document, Catalogue(), meta(document=document))
    assert after[0]["content_sha256"] == before[0]["content_sha256"]
    text = markdown.render(package(after, SIGNING, Catalogue()))
    assert all(words in text for words in (
        "12 Main Street", "City of Des Moines", "2026-0117", "Cabinet 6 ft"))  # fmt: skip
    document["revisions"][0]["date"] = "2026-02-30"
    with pytest.raises(InvalidInput, match=r"/revisions/0/date.* is no date"):
        validate(document)


def test_a_failed_check_is_told_first() -> None:
    document = json.loads((EXAMPLES / "bare-footing.json").read_bytes())
    document["footing"]["depth_ft"] = 4
    text = markdown.render(package(envelopes_of(document, Catalogue(), {}), Signing(), Catalogue()))
    assert re.search(r"FAIL \d of \d checks fail: pier in the ground: lateral, depth", text)
    assert "FAILS" in text


def test_what_makes_no_package() -> None:
    reported, envelopes = made("bare-footing")
    with pytest.raises(UsageError, match="asks for no calculation"):
        envelopes_of({"schema_version": 1}, Catalogue(), {})
    with pytest.raises(UsageError, match="written as"):
        written(reported, "a.docx", envelopes, "")
    with pytest.raises(UsageError, match="one project"):
        distinct([*envelopes, *envelopes])
    with pytest.raises(UsageError, match="holds none"):
        calculated({**envelopes[0], "kind": "packs"})
    with pytest.raises(VerificationFailed):
        unaltered({**envelopes[0], "confidence": 0.5})
    forged = {**envelopes[0], "result": {"required_depth_ft": "deep"}}
    with pytest.raises(InvalidInput, match="not the fields"):
        package([forged], SIGNING, Catalogue(), stored=True)
    with pytest.raises(KeyError):
        package([forged], SIGNING, Catalogue())


@pytest.mark.parametrize("name", ["roof-sign", "wall-cabinet"])
def test_a_sign_without_a_foundation_is_told_in_full(name: str) -> None:
    text = markdown.render(package(made(name)[1], SIGNING, Catalogue(), Wish(full=True)))
    assert "Other widths" not in text


def test_other_packs_give_no_other_widths() -> None:
    _, envelopes = made("bare-footing")
    trace = envelopes[0]["trace"]
    metadata = {"footing": {**trace["pack_metadata"]["footing"], "sha256": "0" * 64}}
    moved = {**envelopes[0], "trace": {**trace, "pack_metadata": metadata}}
    full = Wish(full=True)
    text = markdown.render(package([moved], SIGNING, Catalogue(), full))
    assert "Other widths" not in text
    assert "Other widths" in markdown.render(package(envelopes, SIGNING, Catalogue(), full))
    assert report([moved], SIGNING).head.digest == moved["content_sha256"]
