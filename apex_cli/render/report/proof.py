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


def verification(envelopes: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    """The digests once more, and the commands that recompute them."""
    yield Paragraph(
        "The numbers of this package are those of the envelopes named here. An envelope is a JSON "
        "file that carries its own digest; with apex, or with jq and sha256sum alone, anyone can "
        "recompute the digest, and apex can replay the calculation from the envelope's own inputs."
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
    yield Table(
        "What they must print",
        (Column("envelope"), Column("SHA-256", wide=True)),
        tuple((file, one["content_sha256"]) for file, one in zip(files, envelopes, strict=True)),
    )
    yield Paragraph(
        "Equal inputs, packs and program version give equal digests on every machine. The key of "
        "the calculation, a digest of inputs, packs and kind, is "
        + ", ".join(one["trace"]["inputs_sha256"] for one in envelopes)
        + "."
    )
