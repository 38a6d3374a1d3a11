"""What files that expand cost: time and memory until the check has told the first excess, or all that it found.

Run it as ``python tests/bench/bench_limits.py``; the aim is less than two seconds and 500 MB each.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.content.roleplay.broken import GOOD


def _facts(count: int, holder: str) -> str:
    facts = "".join(
        f"  - {{id: f{at}, text: x, held_by: {holder}, weighs: {{reroute: {at % 5}}}}}\n" for at in range(count)
    )
    return GOOD.replace("start: crossroads\n", f"{facts}start: crossroads\n", 1)


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
FILES = {
    "2,000 facts": _facts(2_000, "[driver]"),
    "700 facts of one role": _facts(700, "[driver]"),
    "700 shared facts": _facts(700, "all"),
    "copies of copies": LAUGHS,
    "one fact copied 8,000 times": _facts(0, "all").replace(
        "start: crossroads\n",
        "  - &f {id: q, text: x, held_by: all, weighs: {}}\n" + "  - *f\n" * 8_000 + "start: crossroads\n",
        1,
    ),
    "200,000 brackets": "[" * 200_000,
    "50,000 brackets in a text": GOOD.replace("Who is asked?", "|\n      " + "[" * 50_000),
    "300,000 characters in a text": GOOD.replace("Who is asked?", "|\n" + "      word word\n" * 17_000),
    "900,000 values of an indicator": GOOD.replace("max: 6", "max: 900000").replace(
        "leads_to: good-week\n      - id: give-up",
        "effects: {trust: +1}\n        leads_to: hallway\n      - id: give-up",
    ),
    "a line of hyphens": "x: a #b\n   c " + "-" * 200_000,
}


def main() -> None:
    """Check each file in a process of its own and print what that took."""
    with TemporaryDirectory() as folder:
        for name, text in FILES.items():
            file = Path(folder, "x.yaml")
            file.write_text(text, "utf-8")
            begun = time.perf_counter()
            run = subprocess.run(
                [sys.executable, __file__, str(file)], capture_output=True, text=True, encoding="utf-8", check=True
            )
            print(f"{name:32} {time.perf_counter() - begun:5.2f} s in all; {run.stdout.strip()}")  # noqa: T201


def one(file: str) -> None:
    """Check one file; print the work, the memory and the first finding."""
    from dlcourse.content.roleplay.scenarios import check_file  # in the process that is measured

    begun = time.process_time()
    findings = check_file(file).findings
    spent = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    first = findings[0].message[:60] if findings else "no findings"
    print(f"{spent:5.2f} s of work, {memory} MB; {len(findings)} findings, first: {first}")  # noqa: T201


if __name__ == "__main__":
    one(sys.argv[1]) if len(sys.argv) > 1 else main()
