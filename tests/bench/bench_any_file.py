"""Many more damaged files of each kind than the tests try: ``python -m tests.bench.bench_any_file [EXAMPLES]``."""

import os
import subprocess
import sys

FILES = (
    "tests/content/matching/test_any_team.py",
    "tests/content/network/test_any_ties.py",
    "tests/domain/mywork/test_any_work_file.py",
)
MANY = 20_000

if __name__ == "__main__":
    examples = sys.argv[1] if len(sys.argv) > 1 else str(MANY)
    command = [sys.executable, "-m", "pytest", "-q", "--durations=6", *FILES]
    sys.exit(subprocess.run(command, env=os.environ | {"DLCOURSE_EXAMPLES": examples}, check=False).returncode)
