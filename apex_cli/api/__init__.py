"""The Python API: the same answers, in the same envelopes, as the command line gives.

It raises the errors of `apex_cli.errors`, each with its `problem_code` and `faults`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

PLACES = {
    "Answer": "apex_cli.answer",
    "Answers": "apex_cli.batch.many",
    "Document": "apex_cli.api.projects",
    "ProjectFile": "apex_cli.project.file",
    "Verdict": "apex_cli.audit.verify",
    "batch": "apex_cli.batch.many",
    "bom": "apex_cli.api.material",
    "calculate": "apex_cli.api.single",
    "cheapest": "apex_cli.api.material",
    "compare": "apex_cli.api.several",
    "diff": "apex_cli.api.proofs",
    "limits": "apex_cli.api.several",
    "load_project": "apex_cli.api.projects",
    "quote": "apex_cli.api.paper",
    "report": "apex_cli.api.paper",
    "save_project": "apex_cli.api.projects",
    "sweep": "apex_cli.api.several",
    "verify": "apex_cli.api.proofs",
}
"""Where each name of the API stands; the module is loaded when the name is first asked for."""

__all__ = [
    "Answer",
    "Answers",
    "Document",
    "ProjectFile",
    "Verdict",
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

if TYPE_CHECKING:
    from apex_cli.answer import Answer
    from apex_cli.api.material import bom, cheapest
    from apex_cli.api.paper import quote, report
    from apex_cli.api.projects import Document, load_project, save_project
    from apex_cli.api.proofs import diff, verify
    from apex_cli.api.several import compare, limits, sweep
    from apex_cli.api.single import calculate
    from apex_cli.audit.verify import Verdict
    from apex_cli.batch.many import Answers, batch
    from apex_cli.project.file import ProjectFile
else:

    def __getattr__(name: str) -> Any:
        """A name of the API, loaded when it is first asked for."""
        if name not in PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
