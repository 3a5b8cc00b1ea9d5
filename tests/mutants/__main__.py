"""``make mutants``: draw changes by a fixed seed, try each against the tests of its room, and list what nobody noticed.

``python -m tests.mutants [--number 200] [--seed 1] [--only FOLDER] [--jobs N] [--from N] [--to N] [--numbers N,N,…] [--near] [--trust]``;
without ``--only`` in all but the figure reader, which is as large as all the rest and drawn from on its own. ``--from`` and
``--to`` try only a part of what was drawn, counted from 1, and so does ``--numbers``. With ``--near`` only those files of
tests are asked that import the module or have its name, which is quick and notices less. Exit code 1 when less than nine
tenths were caught, 2 when the tests fail without any change. ``equivalent.yml`` beside this names changes that change
nothing that a test could see, each with the reason.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.draw import Mutant, drawn
from tests.mutants.trial import Copy, load_libraries, room_of, verdicts

GOAL = 0.9


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.mutants")
    options.add_argument("--number", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--from", type=int, default=1, dest="first")
    options.add_argument("--to", type=int, default=None, dest="last")
    options.add_argument("--numbers", default="", help="try these alone: 3,14,15")
    options.add_argument("--near", action="store_true", help="ask only the tests that name the module")
    options.add_argument("--trust", action="store_true", help="do not try first whether the tests are green")
    given = options.parse_args()
    every = dict(enumerate(drawn(given.number, given.seed, given.only), 1))
    asked = [int(number) for number in given.numbers.split(",") if number]
    numbers = asked or list(every)[given.first - 1 : given.last]
    mutants = [every[number] for number in numbers]
    load_libraries()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [Copy.made(Path(folder) / str(number), near=given.near) for number in range(given.jobs)]
        if red := [] if given.trust else _red(mutants, copies):
            print(f"These tests fail without any change: {', '.join(red)}. Mend that first", file=sys.stderr)
            return 2
        survivors = _survivors(mutants, numbers, copies)
    share = 1 - len(survivors) / max(len(mutants), 1)
    for mutant in survivors:
        print(f"not noticed: {mutant}\n    {mutant.line}")
    print(f"{len(mutants) - len(survivors)} of {len(mutants)} caught, {share:.1%} (at least {GOAL:.0%})")
    return int(share < GOAL)


def _red(mutants: Sequence[Mutant], copies: Sequence[Copy]) -> list[str]:
    """Tests that would notice everything."""
    modules = {room_of(mutant.path): mutant.path for mutant in mutants}
    unchanged = [(path, None) for path in modules.values()]
    rooms = list(modules)
    return [" ".join(rooms[place]) for place, verdict in verdicts(unchanged, copies) if verdict.noticed]


def _survivors(mutants: Sequence[Mutant], numbers: Sequence[int], copies: Sequence[Copy]) -> list[Mutant]:
    """Those that no test notices, sorted; each is told as soon as it has been tried."""
    survivors = []
    for place, verdict in verdicts([(mutant.path, mutant.change) for mutant in mutants], copies):
        said = "caught" if verdict.noticed else "NOT NOTICED"
        print(f"{numbers[place]} {said} in {verdict.seconds:.0f} s: {mutants[place]}", flush=True)
        if not verdict.noticed:
            survivors.append(mutants[place])
    return sorted(survivors)


if __name__ == "__main__":
    sys.exit(main())
