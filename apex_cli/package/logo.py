"""The logo that a package bears: an SVG or PNG, told by its first bytes and its name."""

from pathlib import Path

from apex_cli.errors import UsageError
from apex_cli.files import read

MOST = 2**20
_MARKS = {".svg": (b"<",), ".png": (b"\x89PNG\r\n\x1a\n",)}
MEDIA = {".svg": "image/svg+xml", ".png": "image/png"}


def logo(path: Path) -> bytes:
    """The bytes of a logo.

    Raises:
        UsageError: It is neither SVG nor PNG, or larger than a mebibyte.
        FileProblem: It cannot be read.
    """
    data = read(path, MOST)
    marks = _MARKS.get(path.suffix.lower(), ())
    if len(data) > MOST or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(marks):
        raise UsageError(
            f"{path} is no logo",
            code="report.logo",
            hint="give an .svg or .png file of at most 1 MiB",
        )
    return data
