"""A drawing process that prints something else first, as ``python -m tests.charts.talking_child``."""

import os

from dlcourse.charts import child

if __name__ == "__main__":
    print(os.environ["SAID"], flush=True)  # noqa: T201 (that is what it is for)
    child.main()
