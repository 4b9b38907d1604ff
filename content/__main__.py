"""`python -m content`: checks the content and says everything that is wrong with it."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from content.library import HERE, open_library
from content.mistakes import mistakes
from content.readability import difficulty, plain


def main(arguments: list[str]) -> int:
    """Prints all mistakes, or what there is when there are none; 1 where something is to be mended."""
    root = Path(arguments[0]) if arguments else HERE
    found = mistakes(root)
    for mistake in found:
        print(mistake)
    print(f"{len(found)} to mend." if found else summary(root))
    return 1 if found else 0


def summary(root: Path) -> str:
    """What the coach knows, counted, per language, with the figures of its cards."""
    library = open_library(root)
    lines = ["Nothing to mend."]
    for code in library.languages:
        tongue = library.tongue(code)
        cards = [
            card.card for kind in (tongue.muscle, tongue.part, tongue.exercise) for card in kind.values()
        ]
        cards += [answer.text for answer in tongue.answer.values()]
        asks = sum(
            len(rows) for name, rows in tongue.wordings.items() if not name.endswith(("model", "known"))
        )
        lines.append(
            f"{tongue.name}: {len(tongue.muscle)} muscle groups, {len(tongue.part)} parts, "
            f"{len(tongue.exercise)} exercises, {len(tongue.answer)} answers, "
            f"{len(tongue.phrases.ids)} phrases, {asks} wordings; {_figures(cards)}"
        )
    return "\n".join(lines)


def _figures(cards: list[str]) -> str:
    lengths = [len(plain(card)) for card in cards]
    text = f"cards {statistics.median(lengths):.0f} characters (most {max(lengths)})"
    scores = [score for card in cards if (score := difficulty(card)) is not None]
    return (
        f"{text}, reading ease LIX {statistics.median(scores):.0f} (hardest {max(scores):.0f})"
        if scores
        else text
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
