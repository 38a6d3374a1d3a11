"""``python -m dlcourse.cli`` does what ``dlcourse`` does."""

from dlcourse.cli import main

main()
