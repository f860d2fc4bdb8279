"""apex: the calculator for sign structures, whose answers can be re-derived and re-hashed.

The Python API has the functions of the commands, by their names: see docs/python-api.md.
"""

from apex_cli.version import __version__

__all__ = [
    "Answer",
    "Answers",
    "Document",
    "ProjectFile",
    "Verdict",
    "__version__",
    "batch",
    "bom",
    "calculate",
    "cheapest",
    "compare",
    "diff",
    "limits",
    "load_project",
    "quote",
    "report",
    "save_project",
    "sweep",
    "verify",
]

TYPE_CHECKING = False
"""That of typing, whose loading takes long, before anybody hears a Ctrl-C."""
if TYPE_CHECKING:
    from apex_cli.api import (
        Answer,
        Answers,
        Document,
        ProjectFile,
        Verdict,
        batch,
        bom,
        calculate,
        cheapest,
        compare,
        diff,
        limits,
        load_project,
        quote,
        report,
        save_project,
        sweep,
        verify,
    )
else:

    def __getattr__(name: str) -> object:
        """The names of the API, loaded when they are first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from apex_cli import api  # noqa: PLC0415 - importing apex_cli alone costs nothing

        return getattr(api, name)


def __dir__() -> list[str]:
    return sorted(__all__)
