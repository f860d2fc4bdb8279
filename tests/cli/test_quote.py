"""apex quote: of one project or of many, what it refuses, and the same by report --for."""

import json
from pathlib import Path
from typing import Any, NoReturn

import pytest

import apex_cli
from apex_cli.cli import boundary
from apex_cli.errors import UsageError

ROOT = Path(__file__).parents[2]
POLE: dict[str, Any] = json.loads((ROOT / "examples" / "pole-sign.json").read_text("utf-8"))
SHOP = ("--pack", "pricing=example-shop_v2")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project("one", name="One")
    return tmp_path


def project(file: str, **changes: Any) -> None:
    made = {**POLE, **changes}
    made.pop("etag")
    made["sign"] = {
        **made["sign"],
        "elements": [{**made["sign"]["elements"][0], "width_ft": "10 ft"}],
    }
    Path(f"{file}.json").write_text(json.dumps(made), "utf-8")


def told(capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capfd.readouterr().out)
    return found


def test_a_quote_and_the_sheet_in_every_format(capfd: pytest.CaptureFixture[str]) -> None:
    files = [f"q.{ending}" for ending in ("pdf", "html", "md")]
    outputs = [word for file in files for word in ("-o", file)]
    assert boundary.run(["quote", "one.json", *outputs, *SHOP, "-q"]) == 0
    result = told(capfd)["result"]
    assert result["written"] == files
    boundary.run(["calc", "pricing", "one.json", *SHOP, "-q"])
    answer = told(capfd)
    [quoted] = result["quoted"]
    assert quoted["total_usd"] == answer["result"]["total_usd"]
    assert quoted["content_sha256"] == answer["content_sha256"]
    text = Path("q.md").read_text("utf-8").replace("\\", "")
    assert f"${quoted['total_usd']:,.2f}" in text
    assert "| Date | November 23, 2026 |" in text  # of the last write
    assert "Quote" in Path("q.html").read_text("utf-8")
    assert Path("q.pdf").read_bytes().startswith(b"%PDF-")
    assert boundary.run(["quote", "one.json", "-o", "c.md", "--internal", *SHOP, "-q"]) == 0
    assert "Overhead" in Path("c.md").read_text("utf-8")


def test_where_one_of_several_cannot_be_written_those_that_are_stand_in_the_problem(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("q.html").mkdir()
    outputs = ("-o", "q.md", "-o", "r.md", "-o", "q.html")
    assert boundary.run(["quote", "one.json", *outputs, *SHOP, "-q"]) == 8
    assert told(capfd)["error"]["already_written"] == ["q.md", "r.md"]
    boundary.run(["quote", "one.json", *outputs, *SHOP, "--format", "table"])
    assert "already_written: q.md, r.md" in "".join(capfd.readouterr())
    assert boundary.run(["quote", "one.json", "-o", "q.html", "-o", "s.md", *SHOP, "-q"]) == 8
    assert "already_written" not in told(capfd)["error"]
    assert not Path("s.md").exists()


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), ImportError("no such file")])
def test_where_the_answer_cannot_be_made_the_quote_stands(
    error: Exception, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any) -> NoReturn:
        raise error

    monkeypatch.setattr("apex_cli.cli.quote.tell", failing)
    assert boundary.run(["quote", "one.json", "-o", "q.md", *SHOP, "-q"]) == 8
    assert told(capfd)["error"]["already_written"] == ["q.md"]
    monkeypatch.setattr("apex_cli.cli.project_write.tell", failing)
    assert boundary.run(["project", "seal", "one.json", "-q"]) == 8
    problem = told(capfd)["error"]
    assert problem["written"]
    assert problem["detail"].endswith("but one.json is written")


def test_report_for_the_customer_is_the_quote(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")
    assert boundary.run(["quote", "one.json", "-o", "q.md", *SHOP]) == 0
    assert boundary.run(["report", "one.json", "--for", "customer", "-o", "r.md", *SHOP]) == 0
    assert Path("q.md").read_bytes() == Path("r.md").read_bytes()
    assert b"December 1, 2026" in Path("q.md").read_bytes()
    capfd.readouterr()
    words = ["report", "one.json", "--for", "customer", "-o", "r.md", "--summary", "--dxf", "a.dxf"]
    assert boundary.run(words) == 2
    assert "a quote, which has no --summary, --dxf" in told(capfd)["error"]["detail"]


def test_a_folder_is_one_quote(capfd: pytest.CaptureFixture[str]) -> None:
    project("two", site_name="Ames, Iowa")
    assert boundary.run(["quote", ".", "-o", "q.md", "--number", "7", *SHOP, "-q"]) == 0
    result = told(capfd)["result"]
    total = sum(one["total_usd"] for one in result["quoted"])
    text = Path("q.md").read_text("utf-8").replace("\\", "")
    assert len(result["quoted"]) == 2
    assert f"| **Total of all sites** |  | **${total:,.2f}** |" in text
    assert "| Quote no. | 7 |" in text


@pytest.mark.parametrize(
    ("words", "code", "detail"),
    [
        (["empty/", "-o", "q.md"], 2, "no project files"),
        (["one.json"], 2, "-o"),
        (["one.json", "-o", "q.docx"], 2, "q.docx: a quote is written as .pdf, .html, .md"),
        (["one.json", "-o", "q.md", "--date", "2026-02-30"], 2, "--date wants a date that exists"),
        (["one.json", "-o", "q.md", "--internal"], 2, "v1 does not tell cost from margin"),
        (["one.json", "other.json", "-o", "q.md"], 2,
         "one quote has one customer, but the projects have 2: Prairie Fuel, none"),
        (["one.json", "shop.json", "-o", "q.md"], 2,
         "one quote has one price book, but the projects have 2: v1, example-shop_v2"),
        (["one.json", "-o", "q.md", *SHOP, "--date", "2020-01-01"], 4, "one.json: the price book"),
        (["one.json", "-o", "q.md", "--set", 'pricing.addons=["x"]'], 3, "one.json: /pricing"),
    ],
)  # fmt: skip
def test_what_is_refused(
    words: list[str], code: int, detail: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    project("other", customer=None)
    project("shop", packs={**POLE["packs"], "pricing": "example-shop_v2"})
    assert boundary.run(["quote", *words]) == code
    assert detail in told(capfd)["error"]["detail"]
    assert not Path("q.md").exists()


def test_what_fails_is_quoted_and_said(capfd: pytest.CaptureFixture[str]) -> None:
    shallow = ("--set", "footing.depth_ft=3")
    assert boundary.run(["quote", "one.json", "-o", "q.md", *SHOP, *shallow]) == 1
    assert "one.json: quoted, but what is quoted fails: pier.depth" in capfd.readouterr().err
    assert boundary.run(["project", "new", "new.json"]) == 0
    assert "prices are those of engineering alone" in capfd.readouterr().err


def test_the_api_writes_the_same() -> None:
    assert boundary.run(["quote", "one.json", "-o", "q.md", *SHOP]) == 0
    [made] = apex_cli.quote("one.json", paths=["a.md"], packs={"pricing": "example-shop_v2"})
    assert made.read_bytes() == Path("q.md").read_bytes()
    with pytest.raises(UsageError, match="one project at least"):
        apex_cli.quote(paths=["a.md"])
    with pytest.raises(UsageError, match="one that exists"):
        apex_cli.quote("one.json", paths=["a.md"], date="2026-02-30")
