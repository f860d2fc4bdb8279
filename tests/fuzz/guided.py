"""Fuzzing led by coverage: what reaches new code is spoilt further.

It wants atheris, which no other test needs: pip install atheris, on Linux or macOS with Python
3.11 to 3.13.
"""

import os
import random
import sys
import tempfile
from pathlib import Path
from typing import Any


def guided(name: str, count: int, seed: int = 0) -> None:
    """So many inputs of one target; ends the process: with 1 where something was found.

    What is found is printed once of each kind, as the bytes that make it: a row for found.py.

    Raises:
        SystemExit: atheris is not there.
    """
    try:
        import atheris  # noqa: PLC0415 - there on some machines only
    except ImportError:
        raise SystemExit(
            "--guided wants atheris: pip install atheris (Linux or macOS, Python 3.11 to 3.13)"
        ) from None
    loading = atheris.instrument_imports(include=["apex_cli"], enable_loader_override=False)
    loading.__enter__()  # for good: much of apex loads when it is used
    from tests.fuzz.campaign import SECONDS, kind_of, of_processor, taken  # noqa: PLC0415 - seen while it loads
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - likewise

    target, kinds = TARGETS[name], set[str]()
    done = 0

    def one(data: bytes) -> None:
        nonlocal done
        done += 1
        how, seconds = taken(name, data)
        if seconds > SECONDS and of_processor(name, data, seconds) > SECONDS:
            how = f"took {seconds:.1f} s, with its coverage measured"
        if how not in {"answered", "refused"} and kind_of(how) not in kinds:
            kinds.add(kind_of(how))
            sys.stderr.write(f"\n{name}: {data!r}\n{how}\n")
        if done >= count:
            sys.stderr.write(f"\n{name}: {done} inputs, {len(kinds)} kinds of findings\n")
            sys.stderr.flush()
            os._exit(1 if kinds else 0)  # libFuzzer has no other end that tells

    def spoil(data: bytes, most: int, chance: int) -> bytes:
        """Half as the other fuzzing does, half as libFuzzer does."""
        if chance % 2:
            return target.spoil(data, random.Random(chance))[:most]
        made: Any = atheris.Mutate(data, most)
        return bytes(made)

    with tempfile.TemporaryDirectory(prefix="apex-fuzz-") as folder:
        for number, data in enumerate(target.seeds()):
            (Path(folder) / str(number)).write_bytes(data)
        most = 2 * max(map(len, target.seeds())) + 200
        options = (
            f"-max_len={most}",
            f"-seed={seed + 1}",
            "-rss_limit_mb=0",
            "-print_final_stats=0",
        )
        atheris.Setup([sys.argv[0], folder, *options], one, custom_mutator=spoil)
        atheris.Fuzz()
