"""The table of codes, whole."""

from apex_cli.codes.problems import PROBLEMS
from apex_cli.codes.row import Row
from apex_cli.codes.warnings import WARNINGS

CODES: dict[str, Row] = {row.code: row for row in (*PROBLEMS, *WARNINGS)}
"""Every code by its name."""
