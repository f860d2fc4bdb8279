"""python -m apex_cli, and the console script `apex`."""

import gc
import os
import sys

from apex_cli.exits import FILE_PROBLEM, INTERRUPTED

BEFORE_ORJSON = ("dataclasses", "datetime", "enum", "json", "uuid")
"""What orjson would load from C; it does not survive a Ctrl-C in the middle of that."""
NOT_FOR_MSGSPEC = "typing_extensions"
"""What msgspec loads if it can, for names that typing has too; it takes longer than msgspec."""

BETWEEN_SEARCHES = 50_000
"""Objects made between two searches for garbage: more than it takes to start and answer once."""


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller: nobody reads
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the process
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    if sys.argv[1:] in (["--version"], ["-V"]):
        _tell_version()
    gc.set_threshold(BETWEEN_SEARCHES)
    sys.unraisablehook = _passed_over
    try:
        for library in BEFORE_ORJSON:
            __import__(library)
        _load_msgspec()
        from apex_cli.cli.boundary import run  # noqa: PLC0415 - importing this module costs nothing

        code = run()
    except (KeyboardInterrupt, RuntimeError) as error:  # nobody was there yet, or while answering
        # Python 3.11 wraps what ends the making of a class, as of a library that is being loaded.
        if KeyboardInterrupt not in {type(error), type(error.__cause__)}:
            raise
        sys.stderr.write("apex: interrupted\n")
        code = INTERRUPTED
    except (ImportError, OSError) as error:  # not even what makes an envelope of it is there
        code = FILE_PROBLEM
        try:  # noqa: SIM105 - nothing more is loaded here
            sys.stderr.write(f"apex: the program cannot be loaded: {error} [file.not_loaded]\n")
        except OSError:  # not even that can be said
            pass
    _hear_no_more()
    gc.freeze()  # all memory goes back at once; searching it for garbage before takes 7 ms
    raise SystemExit(code)


def _tell_version() -> None:
    """Write the version and end, for which nothing else is needed; come back where that fails."""
    from apex_cli.unread import Reader  # noqa: PLC0415 - nothing else is needed for it
    from apex_cli.version import __version__  # noqa: PLC0415 - nor is this

    try:
        with Reader():
            sys.stdout.write(f"apex {__version__}\n")
            sys.stdout.flush()
    except OSError:  # the disk is full: the long way knows what to say
        return
    raise SystemExit(0)


def _passed_over(lost: "sys.UnraisableHookArgs") -> None:
    """End where Python would tell of an interrupt and go on, as in between two libraries."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    try:
        sys.stderr.write("apex: interrupted\n")
        sys.stderr.flush()
    finally:
        os._exit(INTERRUPTED)  # all is made to be ended anywhere, as by a kill


def _hear_no_more() -> None:
    """Let a Ctrl-C change nothing any more: all is told, and Python only puts its things away."""
    import _signal  # type: ignore[import-not-found] # noqa: PLC0415 - without signal's enums: 1 ms

    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


def _load_msgspec() -> None:
    """Load msgspec as if typing_extensions was not installed."""
    if NOT_FOR_MSGSPEC in sys.modules:
        return
    sys.modules[NOT_FOR_MSGSPEC] = None  # type: ignore[assignment] # - Python's way to say so
    try:
        import msgspec  # noqa: F401, PLC0415 - loaded for those who use it
    finally:
        del sys.modules[NOT_FOR_MSGSPEC]


if __name__ == "__main__":
    main()
