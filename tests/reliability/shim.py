"""The same faults in the C library: whatever Python itself and libraries in C or Rust ask, too."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, cast

from tests.reliability.child import Arm
from tests.reliability.faults import faults

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def syscalls(most: int) -> dict[str, int]:
    """Faults in so many calls of each command at most, in a process that has the shim loaded."""
    return shimmed(f"from tests.reliability.shim import main; main({most})")


def shimmed(code: str) -> dict[str, int]:
    """What Python code prints as JSON in a process that has the shim loaded."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        raise SystemExit("nothing was tried: this needs Linux and a C compiler (cc)")
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "shim.so"
        build = [compiler, "-shared", "-fPIC", "-O1", "-o"]
        build += [str(library), str(HERE / "shim.c"), "-ldl"]
        subprocess.run(build, check=True)
        done = subprocess.run(
            [sys.executable, "-c", f"import json; {code}"], check=True, stdout=subprocess.PIPE,
            cwd=ROOT, env={**os.environ, "LD_PRELOAD": str(library)},
        )  # fmt: skip
        return cast("dict[str, int]", json.loads(done.stdout))


def main(most: int) -> None:
    """Print the counts as JSON."""
    sys.stdout.write(json.dumps(faults(most, arming=shim_points)))


def shim_points(number: int, error: int, onward: bool) -> Arm:
    """A child's fault points in the C library."""
    shim = ctypes.CDLL(os.environ["LD_PRELOAD"])
    shim.fault_failed.restype = ctypes.c_char_p

    def end() -> dict[str, Any]:
        shim.fault_rest()
        failed = f"{shim.fault_failed().decode()} {shim.fault_at()}"
        return {"calls": shim.fault_calls(), "failed": failed}

    return Arm(lambda: shim.fault_arm(number, error, int(onward)), end)
