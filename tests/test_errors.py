"""What scripts rely on: code, status and exit code of an error that names no closer code."""

import pytest

from apex_cli import errors
from apex_cli.errors import (
    ApexError,
    EtagMismatch,
    FileProblem,
    InternalFault,
    InvalidInput,
    NoAnswer,
    PackError,
    UsageError,
)


@pytest.mark.parametrize(
    ("kind", "code", "status", "exit_code"),
    [
        (UsageError, "usage.invalid", 400, 2),
        (InvalidInput, "project.invalid", 422, 3),
        (PackError, "pack.invalid", 422, 4),
        (EtagMismatch, "project.etag_mismatch", 412, 5),
        (NoAnswer, "calculation.no_answer", 422, 6),
        (FileProblem, "file.not_found", 404, 8),
        (InternalFault, "apex.fault", 500, 70),
    ],
)
def test_an_error_says_what_it_is(
    kind: type[ApexError], code: str, status: int, exit_code: int
) -> None:
    error = kind("why")
    assert (error.problem_code, error.status, error.exit_code) == (code, status, exit_code)
    assert kind("why", code="a.closer_one").problem_code == "a.closer_one"
    assert kind.__name__ in str(errors.__doc__)
