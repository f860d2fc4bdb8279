"""One thing that is asked, and how things that are asked travel: in chunks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from apex_cli.errors import ApexError

CHUNK_ITEMS = 64
CHUNK_BYTES = 1024 * 1024
"""What is on its way at one time is bounded in number and in bytes: memory stays flat."""


class Item(NamedTuple):
    """A project of a stream, as it was read.

    Args:
        source: The file it comes from, as the user named it; ``-`` for standard input.
        line: Its line in that file, from 1; None when the file is the project.
        data: Its bytes, JSON; of a file that is the project, JSON or YAML.
        error: Why there are no bytes, if there are none.
    """

    source: str
    line: int | None
    data: bytes
    error: ApexError | None = None


Chunk = tuple[Item, ...]


def chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    """The items in order, some at a time.

    >>> [len(chunk) for chunk in chunks([Item("a", n, b"{}") for n in range(100)])]
    [64, 36]
    """
    gathered: list[Item] = []
    size = 0
    for item in items:
        gathered.append(item)
        size += len(item.data)
        if len(gathered) >= CHUNK_ITEMS or size >= CHUNK_BYTES:
            yield tuple(gathered)
            gathered, size = [], 0
    if gathered:
        yield tuple(gathered)
