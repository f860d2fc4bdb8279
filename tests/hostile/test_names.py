"""Every hostile text as every name: shown by each form, obeyed by none."""

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import html5lib
import pypdf
import pytest
from ezdxf.filemanagement import read as opened
from markdown_it import MarkdownIt

from apex_cli.audit.check import Finding, Row
from apex_cli.canonical import digest
from apex_cli.envelope.numbers import plain as numbers
from apex_cli.package.answers import envelopes_of
from apex_cli.package.written import package
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.model import bind
from apex_cli.packs.pricing import PricingPack
from apex_cli.project.document import document_of
from apex_cli.project.reader import validate
from apex_cli.project.yaml_text import written as as_yaml
from apex_cli.render import csv as table
from apex_cli.render import dxf, forms, github, junit, sarif
from apex_cli.render import json as json_form
from apex_cli.render.drawing.canvas import Canvas
from apex_cli.render.forms import Sheet
from apex_cli.render.quote import html as quote_html
from apex_cli.render.quote import markdown as quote_markdown
from apex_cli.render.quote import pdf as quote_pdf
from apex_cli.render.quote.content import Wish, quote
from apex_cli.render.quote.site import Site
from apex_cli.render.report import html, markdown
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.model import Report
from apex_cli.render.text import printable, visible
from apex_cli.run.chain import run
from tests.hostile.strings import TEXTS
from tests.solvers.pricing.conftest import EVERY_ROW, HEAD, make_price

EXAMPLE = Path(__file__).parents[2] / "examples" / "camera-pole.json"
OBEYED = set(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) | set(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Letters that a terminal or a browser obeys."""
MARKDOWN = MarkdownIt("commonmark").enable("table")


def named(name: Callable[[str], str]) -> dict[str, Any]:
    """A project with a text wherever there may be one, every text the name of an attachment."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    for part in ("footing", "soil", "support", "pricing"):
        document.pop(part, None)
    for part in ("ice", "frost_depth_in"):
        document["site"].pop(part)
    document["sign"]["attachments"] = [
        {"name": name(text), "epa_ft2": 0.01, "height_ft": 9, "source": name(text)}
        for text in TEXTS.values()
    ]
    worst = name("".join(TEXTS[key] for key in ("script", "colour", "override", "markdown")))
    for key in ("name", "customer", "site_name", "street", "description", "permit_number"):
        document[key] = worst
    document["site"] |= {"wind_speed_source": worst, "address": worst, "jurisdiction": worst}
    document["revisions"] = [{"mark": "A", "date": "2026-11-30", "text": worst, "by": worst}]
    document["site"]["wind_speed"]["source"] = document["site"]["seismic"]["source"] = worst
    return document


@cache
def answered(hostile: bool) -> tuple[Report, list[dict[str, Any]]]:
    document = named((lambda text: text) if hostile else (lambda _: "x"))
    validate(document)
    project = {key: document[key] for key in ("name", "customer")}
    margin = {"version": "0", "project": {**project, "id": "p", "site": document["site_name"]}}
    envelopes = envelopes_of(document, Catalogue(), margin)
    return package(envelopes, Signing("A", "B", "2026-11-30"), Catalogue()), envelopes


@cache
def tree(page: str) -> ET.Element:
    """A page as a browser reads it."""
    return cast("ET.Element", html5lib.parse(page, namespaceHTMLElements=False))


def shapes(page: str) -> set[tuple[str, ...]]:
    """Each kind of element of a page, with the names of its attributes."""
    return {(str(one.tag), *sorted(map(str, one.attrib))) for one in tree(page).iter()}


def bare(text: str) -> str:
    """A text without its blanks, which pages break and widen."""
    return "".join(text.split())


def marks(text: str) -> set[str]:
    """Each kind of thing in a text of Markdown."""
    found = MARKDOWN.parse(text)
    return {one.type for block in found for one in [block, *(block.children or ())]}


def test_a_project_bears_every_text_and_keeps_it() -> None:
    document = named(lambda text: text)
    for name, data in (
        ("p.json", json_form.pretty(document)),
        ("p.yaml", as_yaml(document).encode()),
    ):
        assert document_of(name, data) == document, name
    assert len(digest(document)) == 64


def test_a_terminal_obeys_none_of_them() -> None:
    _, envelopes = answered(True)
    few = named(lambda text: text)
    del few["sign"]["attachments"][3:]
    long = run("exposure", few, Catalogue())
    for envelope, sheet in (
        (envelopes[0], Sheet()),
        (long, Sheet(verbose=True, explain=True, where=True)),
    ):
        for form, render in forms.ENVELOPE.items():
            text = forms.written(render, envelope, sheet).decode()
            assert not OBEYED & set(text), form
    shown = forms.written(forms.ENVELOPE["json"], envelopes[0], Sheet())
    assert json.loads(shown)["trace"]["inputs"] == envelopes[0]["trace"]["inputs"]


def test_a_page_has_no_element_and_no_attribute_more() -> None:
    plain, spoilt = (html.render(answered(hostile)[0]) for hostile in (False, True))
    assert shapes(spoilt) <= shapes(plain)
    seen = bare("".join(tree(spoilt).itertext()))
    for text in TEXTS.values():
        assert bare(printable(text)) in seen, text


def test_markdown_has_nothing_more() -> None:
    plain, spoilt = (markdown.render(answered(hostile)[0]) for hostile in (False, True))
    assert marks(spoilt) <= marks(plain) | {"softbreak", "code_inline"}


@pytest.mark.parametrize("name", ["path", "message", "pointer", "project_id", "code"])
def test_what_ci_servers_read(name: str) -> None:
    def row(text: str) -> Row:
        told = {"path": text + ".json", "project_id": text, "code": "c", "message": text,
                "pointer": "/x", name: text or "x"}  # fmt: skip
        finding = Finding(told["code"], "error", told["message"], told["pointer"], "", 1)
        return Row(told["path"], told["project_id"], (finding,), {})

    rows = [row(text).record for text in TEXTS.values()]
    suite = ET.fromstring(junit.render(rows)).find("testsuite")
    assert suite is not None
    assert len(suite.findall("testcase/failure")) == len(TEXTS)
    assert {one.tag for one in suite.iter()} == {"testsuite", "testcase", "failure"}
    log = json.loads(json_form.pretty(sarif.render(rows, "0")))
    assert len(log["runs"][0]["results"]) == len(TEXTS)
    lines = github.render(rows).splitlines()
    assert sum(line.startswith("::error file=") for line in lines) == len(TEXTS)
    assert sum(line.startswith(("::", "##[")) for line in lines) == len(TEXTS)
    for form in ("table", "github"):
        result = {"rows": rows, "passed": 0}
        text = forms.written(forms.RESULTS["check"][form], result, Sheet(verbose=True)).decode()
        assert not OBEYED & set(text), form


def test_a_spreadsheet_runs_none_of_them() -> None:
    texts = [*TEXTS.values()]
    read = [*csv.reader(io.StringIO(table.text([(text, 1) for text in texts]), newline=""))]
    assert [len(row) for row in read] == [2] * len(texts)
    for (cell, _), text in zip(read, texts, strict=True):
        assert cell[:1] not in set("=+-@\t\r\n\uff1d")
        shown = visible(text).replace("\n", " ")
        assert cell in {shown, f"'{shown}"}


def test_one_module_writes_csv() -> None:
    """What it neutralises, it does for every table that there is."""
    house = Path(table.__file__).parents[1]
    told = {path: path.read_text("utf-8") for path in house.rglob("*.py")}
    found = [path.name for path, text in told.items() if "csv.writer" in text or "DictW" in text]
    assert found == ["csv.py"]


PRICE = {"type": "flat", "amount_usd": 1, "per": "sign"}


def quoted(name: Callable[[str], str]) -> Site:
    rows = [
        {**EVERY_ROW, **PRICE, "code": f"row_{n}x", "label": name(text)}
        for n, text in enumerate(TEXTS.values())
    ]
    worst = name(TEXTS["script"] + TEXTS["override"] + TEXTS["typst"] + TEXTS["markdown"])
    shop = {"name": worst, "address": [worst], "email": worst, "licence": worst}
    told = {"scope": "shop", "shop": shop, "terms": [worst], "includes": [worst], "rows": rows}
    book = PricingPack.read({**HEAD, **told})
    bind(book)
    document = dict.fromkeys(("name", "customer", "site_name", "street", "project_id"), worst)
    return Site({**document, "pricing": {"quantity": 1}}, numbers(make_price(book)), book)


def test_a_quote_says_them_and_does_nothing_else() -> None:
    made, meant = (quote([quoted(name)], Wish("2026-12-01")) for name in (str, lambda _: "x"))
    assert shapes(quote_html.render(made)) <= shapes(quote_html.render(meant))
    seen = bare("".join(tree(quote_html.render(made)).itertext()))
    for text in TEXTS.values():
        assert bare(printable(text)) in seen, text
    assert marks(quote_markdown.render(made)) <= marks(quote_markdown.render(meant)) | {"softbreak"}


def test_paper_says_them_and_runs_nothing() -> None:
    data = quote_pdf.render(quote([quoted(str)], Wish("2026-12-01")), "2026-12-01")
    reader = pypdf.PdfReader(io.BytesIO(data))
    seen = bare("".join(page.extract_text() for page in reader.pages))
    for key in ("script", "typst", "typst too", "typst end", "tex", "template", "PDF", "formula"):
        assert bare(printable(TEXTS[key])) in seen, key
    assert b"/JavaScript" not in data
    assert b"/Launch" not in data


def test_a_drawing_is_one_whatever_its_names() -> None:
    canvas = Canvas(500, 500, 1)
    for n, text in enumerate(TEXTS.values()):
        canvas.text(0, 5 * n, text)
    read = opened(io.StringIO(dxf.render([canvas.drawing("Seen", "")], TEXTS["DXF"]).decode()))
    assert not read.audit().has_errors
    assert len(read.modelspace().query("TEXT")) <= len(TEXTS) + 2
    assert not read.modelspace().query("*[layer=='EOF']")
