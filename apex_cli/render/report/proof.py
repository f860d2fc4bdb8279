"""How anyone can check the package."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from apex_cli.render.report.model import Block, Code, Column, Paragraph, Table

FILES = {
    "exposure": "exposure.json",
    "footing": "footing.json",
    "support": "support.json",
    "pricing": "pricing.json",
    "all": "answer.json",
}


def verification(envelopes: Sequence[Mapping[str, Any]], etag: str) -> Iterator[Block]:
    """The digests once more, and the commands that recompute them."""
    yield Paragraph(
        "The numbers of this package are those of the envelopes named here, JSON files that carry "
        "their own digest: apex replays the calculation from their inputs, and with jq and "
        "sha256sum alone anyone can recompute the digest. Equal inputs, packs and program version "
        "give equal digests on every machine."
    )
    files = [FILES[envelope["kind"]] for envelope in envelopes]
    yield Code(
        "\n".join(
            line
            for file in files
            for line in (
                f"apex verify {file}",
                f"jq -cjS 'del(.content_sha256,.meta)' {file} | sha256sum",
            )
        )
    )
    rows = [(file, one["content_sha256"]) for file, one in zip(files, envelopes, strict=True)]
    rows += [("inputs, packs, kind", one["trace"]["inputs_sha256"]) for one in envelopes]
    rows += [("project (etag)", etag)] if etag else []
    yield Table("Digests", (Column("of"), Column("SHA-256", wide=True)), tuple(rows))
