"""A row of the table of codes, and the two short ways to write one."""

from typing import Any, Literal, NamedTuple

from apex_cli.errors import STATUS_OF, ApexError

Severity = Literal["notice", "warning", "review"]


class Row(NamedTuple):
    """What a code stands for.

    Args:
        code: Its name, which never changes.
        kind: A problem stands in place of an answer, a warning in an answer.
        severity: How much a warning weighs; of a few the numbers decide.
        status: HTTP status with the same meaning as a problem.
        exit: Exit code of the command that meets the problem; of a few the command decides.
        since: Version of the program that brought it.
        means: What is so.
        remedy: What to do about it.
    """

    code: str
    kind: Literal["problem", "warning"]
    severity: tuple[Severity, ...]
    status: int | None
    exit: tuple[int, ...]
    since: str
    means: str
    remedy: str

    @property
    def record(self) -> dict[str, Any]:
        """The row as JSON."""
        return {**self._asdict(), "severity": list(self.severity), "exit": list(self.exit)}


def problem(
    code: str, families: type[ApexError] | tuple[type[ApexError], ...], means: str, remedy: str,
    since: str = "0.1.0",
) -> Row:  # fmt: skip
    """A row of an error of this class, or of one of these; status and exit are its class's.

    >>> from apex_cli.errors import FileProblem
    >>> row = problem("file.disk_full", FileProblem, "The disk is full.", "Make room.")
    >>> row.status, row.exit
    (507, (8,))
    """
    classes = families if isinstance(families, tuple) else (families,)
    status = STATUS_OF.get(code, classes[0].status)
    exits = tuple(one.exit_code for one in classes)
    return Row(code, "problem", (), status, exits, since, means, remedy)


def warning(
    code: str, severity: Severity | tuple[Severity, ...], means: str, remedy: str,
    since: str = "0.1.0",
) -> Row:  # fmt: skip
    """A row of a warning of this severity, or of one of these."""
    several = severity if isinstance(severity, tuple) else (severity,)
    return Row(code, "warning", several, None, (), since, means, remedy)
