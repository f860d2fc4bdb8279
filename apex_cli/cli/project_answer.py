"""What a project file is now, as the answer of every command that reads or writes one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from apex_cli.cli.output import Output, answer, say
from apex_cli.errors import FileProblem
from apex_cli.files import shown, unforeseen


def tell(
    found: Any,
    wish: Output,
    more: dict[str, Any] | None = None,
    *,
    inputs: dict[str, Any] | None = None,
) -> int:
    """Answer with what a project file is now, and whatever else there is to say."""
    from apex_cli.envelope.build import build
    from apex_cli.run.margin import meta

    document = found.document
    result = {
        "path": shown(found.path),
        "project_id": document.get("project_id"),
        "etag": found.etag,
        "revision": document.get("revision"),
        "status": document.get("status") or "draft",
        "state": found.state,
        **(more or {}),
    }
    margin = meta(found)
    warn(found, wish)
    return answer(build("project", result=result, inputs=inputs, meta=margin), wish)


@contextmanager
def standing(path: str, *, written: bool = True) -> Iterator[None]:
    """Tells whom the answer cannot be given that the project file is written all the same."""
    try:
        yield
    except (FileProblem, ImportError, OSError) as error:
        if not written:
            raise
        found = error if isinstance(error, FileProblem) else unforeseen(error)
        detail = f"{found.detail}, but {shown(path)} is written"
        raise FileProblem(detail, code=found.problem_code, extra={"written": True}) from error


def warn(found: Any, wish: Output) -> None:
    """Say on stderr that a file was changed by hand."""
    for notice in found.notices:
        say(
            f"apex: {notice}: {found.path} was changed by hand and not sealed; "
            f"accept it with: apex project seal {found.path}",
            wish,
        )
