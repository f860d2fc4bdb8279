"""Spoilt inputs for every door: python -m tests.fuzz [--n 1000000] [--seed 0] [--workers 2].

Ends with 1 where an input ends in what is no error of apex, takes over 1 s, or asks for 300 MB.
A finding tells its seed and number: `python -m tests.fuzz --seed SEED --only NUMBER` makes it
again. `--guided TARGET` is led by coverage instead (pip install atheris).
"""

import argparse
import itertools
import json
import sys


def main(words: list[str]) -> int:
    """Fuzz, and print the counts; or make one input again."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--n", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=0, help="0: one a core")
    parser.add_argument("--only", type=int, help="one input of the draw of this seed")
    parser.add_argument("--guided", metavar="TARGET", help="one target, led by coverage")
    said = parser.parse_args(words)
    if said.guided is not None:
        from tests.fuzz.guided import guided  # noqa: PLC0415 - before all of apex, to measure it

        guided(said.guided, said.n, said.seed)
    from tests.fuzz.campaign import drawn, fuzz, taken  # noqa: PLC0415 - not before the guided

    if said.only is not None:
        name, given = next(itertools.islice(drawn(said.seed, said.only + 1), said.only, None))
        how, seconds = taken(name, given)
        sys.stdout.write(f"{name}: {given!r}\n{how}\n{seconds:.3f} s\n")
        return 0 if how in {"answered", "refused"} else 1
    counts = fuzz(said.n, said.seed, said.workers)
    sys.stdout.write(json.dumps(counts) + "\n")
    return 1 if counts["not_as_they_must"] or counts["beyond_300_MB"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
