"""A call fails while the program is being loaded: it says so, and ends with 8 as for any file.

Each is a process of its own that starts with nothing loaded, which takes long; so a share of the
calls fails, spread from the first to the last.
"""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

from tests.reliability.child import ENVIRONMENT, LONGEST_S, Said, surround
from tests.reliability.faults import NEW, Case, every, memory, summed
from tests.reliability.shim import ROOT, shimmed

STARTS = (
    Case("calc all pylon.json -o answer.json", after=""),
    Case("project set pylon.json name=new"),
    Case("report pylon.json -o package.pdf --bundle package.zip --sign key", (NEW, "key"),
         after="", slow=True),
    Case("quote pylon.json -o quote.html", after=""),
)  # fmt: skip
BEGIN = """
import ctypes, json, os, sys, time
from apex_cli.__main__ import main
tell, number, error, onward = map(int, sys.argv[1:5])
shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
shim.fault_failed.restype = ctypes.c_char_p
time.perf_counter = lambda: 0.0
sys.argv[:] = ["apex", *sys.argv[5:]]
code = 1
shim.fault_arm(number, error, onward)
try:
    main()
except SystemExit as done:
    code = int(str(done.code))
except BaseException:
    shim.fault_rest()
    sys.excepthook(*sys.exc_info())
try:
    sys.stdout.flush()
except OSError:
    code = 120
shim.fault_rest()
failed = f"{shim.fault_failed().decode()} {shim.fault_at()}"
os.write(tell, json.dumps({"calls": shim.fault_calls(), "failed": failed}).encode())
os._exit(code)
"""


def begun(words: list[str], folder: Path, number: int, error: int, onward: bool) -> Said:
    """Be this command line from the start of Python on; calls count from the first of apex."""
    reader, writer = os.pipe()
    fault = map(str, (writer, number, error, int(onward)))
    env = {**os.environ, **ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, *fault, *words], capture_output=True, text=True, env=env,
        check=False, cwd=folder, pass_fds=(writer,), timeout=LONGEST_S,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        report = told.read()
    return Said(done.returncode, done.stdout, done.stderr, json.loads(report) if report else {})


def starts(most: int) -> dict[str, int]:
    """Faults in so many calls of each command, from a start with nothing loaded."""
    return shimmed(
        f"from tests.reliability.starts import all_of; print(json.dumps(all_of({most})))"
    )


def all_of(most: int) -> dict[str, int]:
    """The same, where the shim is loaded."""
    surround()
    return summed(partial(of_one, most), STARTS)


def of_one(most: int, case: Case) -> Counter[str]:
    """The same of one command, in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        return every(case, Path(folder), most, begun, (errno.EIO,))
