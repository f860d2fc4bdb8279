"""The time, as everything here stamps it."""

import os
import time


def now() -> str:
    """The time in UTC, or that of SOURCE_DATE_EPOCH when it is a number of seconds."""
    try:
        moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))
    except (KeyError, ValueError, OverflowError, OSError):
        moment = time.gmtime()
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", moment)


def today() -> str:
    """The date in UTC, YYYY-MM-DD."""
    return now()[:10]
