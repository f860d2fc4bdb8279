"""A process that has loaded apex, and forks for every command line it is given.

Most of a short command's time is the start of Python and the loading of modules. Here that is done
once; each command line is still a process of its own, with its own memory, files and exit code,
and ends as Python ends. A request is a line of JSON, the answer a line with the exit code.
"""

import atexit
import gc
import json
import os
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TypedDict

import coverage

ROOT = Path(__file__).parents[1]


class Request(TypedDict):
    """What a process is to be: its words, surroundings, three files, whether measured."""

    args: list[str]
    cwd: str
    env: dict[str, str]
    files: list[str]
    measured: bool


NO_MODULES = ("__main__", ".batch.cluster")
"""What is no module to load: it runs, or needs what is not always installed."""


def load() -> None:
    """Load every module of apex."""
    import apex_cli  # noqa: PLC0415 - the path is set before

    for module in pkgutil.walk_packages(apex_cli.__path__, "apex_cli."):
        if not module.name.endswith(NO_MODULES):
            import_module(module.name)


def main() -> None:
    sys.path[0] = str(ROOT)
    load()
    tracing = tracer(None)  # what coverage finds out as it starts is known to every child
    tracing.start()
    tracing.stop()
    gc.freeze()  # a child that ends looks at no object of its parent, and copies none of them
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):  # what a child has as standard input and output is put in their place
        os.dup2(nowhere, number)
    for request in requests:
        child = os.fork()
        if child == 0:
            become(json.loads(request))
            return
        _, status = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


def become(request: Request) -> None:
    """Be the process of a command line; whatever it raises ends it as it ends any process."""
    from apex_cli import __main__ as program  # noqa: PLC0415 - the path is set before

    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    for number, file in enumerate(request["files"]):
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY
        os.dup2(os.open(file, flags), number)
    sys.argv = [str(program.__file__), *request["args"]]
    if request["measured"]:
        measure()
    program.main()


def measure() -> None:
    """Write coverage data of this process beside those of the tests, which are put together."""
    tracing = tracer(ROOT / ".coverage")
    tracing.start()
    atexit.register(tracing.save)
    atexit.register(tracing.stop)


def tracer(data: Path | None) -> coverage.Coverage:
    """What measures the package; it looks for no files that are not run, as a `source` would."""
    tracing = coverage.Coverage(
        data_file=data, data_suffix=True, config_file=False, branch=True,
        include=[str(ROOT / "apex_cli" / "*")],
    )  # fmt: skip
    tracing.set_option("run:disable_warnings", ["no-data-collected"])
    return tracing


if __name__ == "__main__":
    main()
