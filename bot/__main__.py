"""`python -m bot …`."""

from __future__ import annotations

import gc
import sys

# A start makes much and drops little: looking through it again and again took a tenth of the time.
gc.set_threshold(10_000, 20, 20)

from bot.commands import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
