"""Raise the quantity of a project so many times: read, set, and again when another was faster."""

import sys
from typing import Any

from apex_cli.errors import EtagMismatch
from apex_cli.project import store


def increased(document: dict[str, Any]) -> dict[str, Any]:
    pricing = document["pricing"]
    return {**document, "pricing": {**pricing, "quantity": pricing.get("quantity", 0) + 1}}


def main(path: str, times: str) -> None:
    late = 0
    for _ in range(int(times)):
        while True:
            read = store.load(path)
            try:
                store.change(path, lambda _: increased(read.document), if_match=read.etag)  # noqa: B023 - called before the next read
                break
            except EtagMismatch:
                late += 1
    sys.stdout.write(f"{late}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
