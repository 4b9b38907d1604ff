"""`python -m bot pictures [FOLDER] [--sheets]`: draws what never changes once, and contact sheets to look at."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.pictures.sheets import contact_figures
from bot.pictures.studio import build_all
from content.library import open_library


def main(arguments: Sequence[str]) -> int:
    """Builds into `build/pictures` or the folder given; prints what was written. Always exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m bot pictures", description="Draw the pictures.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/pictures"))
    parser.add_argument("--sheets", action="store_true", help="also a contact sheet of every figure's poses")
    chosen = parser.parse_args(arguments)
    library = open_library()
    written = build_all(chosen.folder, {code: library.tongue(code).phrase for code in library.languages})
    if chosen.sheets:
        written.append(contact_figures(chosen.folder / "figures.sheet.png"))
    for path in written:
        print(f"{path}  {path.stat().st_size / 1000:.0f} KB")
    print(f"{len(written)} pictures drawn, the others were up to date.")
    return 0
