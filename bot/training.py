"""Builds the two models of a language from its wordings: which topic is meant, which common question it is.

Beside them it writes `known.txt`, the words of the wordings.

Run it after editing wordings: `python -m bot.training`; with `check` it cross-validates and prints a confusion
table. It needs numpy (development only) and gives the same bytes everywhere: a support vector machine by coordinate
descent in a fixed order, sums and products only.
"""

from __future__ import annotations

import math
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.coach.features import ROOM, ROWS, STRENGTH, TopicWords, length
from bot.coach.kin import Kin
from bot.coach.leaning import clues_of
from bot.coach.linear import Linear
from bot.coach.vocabulary import ReplyWords
from bot.coach.wordings import SAME, Wording, known_lines, read_wordings, vocabulary
from content.library import open_library

ROUNDS = 12
COST = 1.5
FAVOUR = 4  # how much more the one right label counts than each wrong one
EVEN = 2  # the same for topics, whose wordings are many


def train(
    clues: Sequence[Sequence[int]],
    right: Sequence[Sequence[str]],
    labels: Sequence[str],
    favour: float = FAVOUR,
) -> Linear:
    """One against the rest, all labels at once: the first of `right` counts for its label, the others for none."""
    import numpy as np

    weights = np.zeros((ROWS, len(labels)))
    column = {label: number for number, label in enumerate(labels)}
    rows = [np.asarray(row, dtype=np.int64) for row in clues]
    strength = np.repeat(np.array(STRENGTH), ROOM) * _rareness(clues)
    values = [(strength[row] / length(row.tolist()))[:, None] for row in rows]
    target = np.full((len(rows), len(labels)), -1.0)
    cost = np.full((len(rows), len(labels)), COST)
    for number, (first, *others) in enumerate(right):
        target[number, column[first]] = 1.0
        cost[number, column[first]] = COST * favour
        cost[number, [column[other] for other in others]] = 1e-9
    duals = np.zeros_like(target)
    order = np.arange(len(rows))
    for turn in range(ROUNDS):
        order = (order * 7919 + turn) % len(rows)
        for number in order.tolist():
            row, value, slack = rows[number], values[number], 0.5 / cost[number]
            margin = target[number] * (weights[row] * value).sum(axis=0)
            fresh = np.maximum(duals[number] + (1 - margin - duals[number] * slack) / (1 + slack), 0)
            weights[row] += value * ((fresh - duals[number]) * target[number])
            duals[number] = fresh
    weights *= strength[:, None]
    scale = float(np.abs(weights).max()) / 127
    small = np.rint(weights / scale).astype(np.int8)
    return Linear.of(labels, round(scale, 6), small.tobytes())


def _rareness(clues: Sequence[Sequence[int]]) -> list[float]:
    """How much rarer than usual each clue is (inverse document frequency): what few wordings have says more."""
    times = Counter(clue for row in clues for clue in row)
    rare = {clue: math.log(1 + len(clues) / (1 + many)) for clue, many in times.items()}
    usual = sum(sorted(rare.values())) / len(rare)
    return [round(rare.get(clue, 0.0) / usual, 3) for clue in range(ROWS)]


def build(folder: Path | None = None, language: str = "en") -> dict[str, Linear]:
    """The models of a language, from the files as they stand: topics, common questions, and replies if written."""
    words, rows = material(folder, language)
    models = {"model": topic_model(words, rows), "faq_model": faq_model(words, rows)}
    said = replies(folder, language)
    return {**models, "replies_model": reply_model(said, folder, language)} if said else models


def replies(folder: Path | None = None, language: str = "en") -> list[list[str]]:
    """The replies of a language: intent, kind of exercise due, text."""
    lines = open_library(folder).tongue(language).wordings.get("replies", ())
    return [line.split("\t") for line in lines]


def reply_model(said: Sequence[Sequence[str]], folder: Path | None = None, language: str = "en") -> Linear:
    """Which intent a reply leans to."""
    words = ReplyWords.of(open_library(folder).tongue(language).words["replies"], language)
    clues = [clues_of(text, kind, words) for _, kind, text in said]
    return train(clues, [(intent,) for intent, *_ in said], sorted({row[0] for row in said}))


def material(folder: Path | None, language: str) -> tuple[TopicWords, list[Wording]]:
    """The words and the wordings of a language."""
    tongue = open_library(folder).tongue(language)
    source = tongue.words["topics"]
    rows = read_wordings(tongue.wordings, source["faq"])
    return TopicWords(source, vocabulary(rows), Kin(tongue.wordings["kin"])), rows


def crossed(language: str = "en", folds: int = 5) -> list[tuple[Wording, str]]:
    """Each wording with the label a model gives that has not seen it (nor its equal): cross-validation."""
    words, rows = material(None, language)
    places = [zlib.crc32(words.line(row.text).encode()) % folds for row in rows]
    found: list[tuple[Wording, str]] = []
    for fold in range(folds):
        model = topic_model(words, [row for row, place in zip(rows, places, strict=True) if place != fold])
        held = [row for row, place in zip(rows, places, strict=True) if place == fold]
        found.extend((row, _label(model, words, row)) for row in held)
    return found


def _label(model: Linear, words: TopicWords, row: Wording) -> str:
    clues = words.clues(words.line(row.text), row.context)
    scores = model.scores(clues, length(clues))
    if not row.context:
        scores.pop(SAME, None)
    return max(scores, key=lambda label: scores[label])


def report(language: str = "en") -> None:
    """Prints the share of wordings understood without having been seen, and which labels are taken for which."""
    found = crossed(language)
    wrong = Counter((row.labels[0], label) for row, label in found if label not in row.labels)
    print(f"{language}: {1 - wrong.total() / len(found):.1%} of {len(found)} wordings")
    for (right, label), times in wrong.most_common(40):
        print(f"{times:5}  {right} taken for {label}")


def topic_model(words: TopicWords, rows: Sequence[Wording]) -> Linear:
    """Which topic is meant."""
    labels = sorted({label for row in rows for label in row.labels})
    clues = [words.clues(words.line(row.text), row.context) for row in rows]
    return train(clues, [row.labels for row in rows], labels, EVEN)


def faq_model(words: TopicWords, rows: Sequence[Wording]) -> Linear:
    """Which of the common questions it is, learnt from their own wordings alone."""
    asked = [(row, row.faq) for row in rows if row.faq]
    clues = [words.clues(words.line(row.text)) for row, _ in asked]
    return train(clues, [(faq,) for _, faq in asked], sorted({faq for _, faq in asked}))


def main() -> None:
    """Writes the models of every language beside its wordings; with `check`, cross-validates instead."""
    library = open_library()
    for language in library.languages:
        if "check" in sys.argv[1:]:
            report(language)
            continue
        _write("known", known_lines(material(None, language)[1]), language)
        for name, model in build(language=language).items():
            _write(name, model.lines(), language)
            print(f"{language} {name}: {len(model.labels)} labels", file=sys.stderr)


def _write(name: str, lines: Sequence[str], language: str) -> None:
    file = open_library().folder / language / "wordings" / f"{name}.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
