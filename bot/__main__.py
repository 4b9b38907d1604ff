"""`python -m bot …`."""

from __future__ import annotations

import gc
import os
import sys

# A start makes much and drops little: looking through it again and again took a tenth of the time.
gc.set_threshold(10_000, 20, 20)

from bot.commands import main  # noqa: E402

if __name__ == "__main__":
    code = main(sys.argv[1:])
    if "pyreqwest" in sys.modules:
        # Its thread may be inside Python for a moment after an answer. Were Python taken down meanwhile, it would abort
        # ("PyGILState_Release", seen in one of three ends right after an answer). All is closed; only output is left.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
