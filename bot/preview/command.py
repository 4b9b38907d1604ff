"""`python -m bot preview`: the phone in the browser, or a dialogue file played in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Run the preview until Ctrl+C (or the script to its end); returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot preview", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="default 8080; 0: any free one")
    parser.add_argument("--script", type=Path, metavar="FILE", help="play this dialogue in the terminal")
    options = parser.parse_args(list(arguments))
    if not 0 <= options.port <= 65535:
        parser.error("--port is a number from 0 to 65535")
    if options.script:
        from bot.preview import script

        return script.main(options.script)
    from bot.preview import stage

    return stage.main(options.port)
