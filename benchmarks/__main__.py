"""Run the benchmarks: `python -m benchmarks` for all of them, `python -m benchmarks NAME…` for some."""

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import CannotMeasureError, keep, table

_NOT_SUBJECTS = frozenset({"__main__", "measure"})


def subjects() -> tuple[str, ...]:
    """The names that can be asked for, in the order of the alphabet."""
    names = {module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])}
    return tuple(sorted(name for name in names - _NOT_SUBJECTS if not name.startswith("_")))


def main(asked: Sequence[str]) -> int:
    """Run the subjects asked for, or all; 2 where a name is unknown, 1 where one asked for could not run."""
    known = subjects()
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    left_out = 0
    for name in asked or known:
        try:
            measurements = importlib.import_module(f"benchmarks.{name}").run()
        except CannotMeasureError as reason:
            left_out += 1
            print(f"{name} - left out: {reason}\n", flush=True)
            continue
        keep(name, measurements)
        print(table(name, measurements), end="\n\n", flush=True)
    return 1 if asked and left_out else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
