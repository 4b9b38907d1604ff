"""Finds what a question is about: the topic, what is asked of it, and the common question it repeats.

A red flag comes first (`bot.coach.safety`). Then names, question words, words and pieces of words vote in a linear
model that is built from the wordings of the content; the answer to every topic is content as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.coach.features import TopicWords, length
from bot.coach.kin import Kin
from bot.coach.linear import Linear
from bot.coach.safety import RedFlag, SafetyWords
from bot.coach.wordings import SAME, read_wordings, vocabulary
from content.library import Library

RED_FLAG = "red_flag"
SURE = 0.35  # the best margin a topic needs to be answered without a doubt
CLOSE = 0.25  # topics this near the best are offered too
ALSO = 2  # topics behind the "Not what I meant" button
FACETS = ("in_plan", "compare", "where", "weak", "train", "why", "does", "how", "easier", "when", "amount")
QUIET = frozenset({"smalltalk", "out_of_scope", RED_FLAG})


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a message is about: the best label first, and how to answer it.

    `facet` is what is asked of the topic, None for its card; `ask` the topics to offer when it is truly open;
    `also` the next two; `faq` a common question that answers better than the card; `compared` two topics set side
    by side; `flag` a red flag that must be answered alone; `sure` is False where the coach should say it is guessing.
    """

    labels: tuple[tuple[str, float], ...]
    best: str
    facet: str | None = None
    ask: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    faq: str | None = None
    compared: tuple[str, ...] = ()
    flag: RedFlag | None = None
    sure: bool = True


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """Answers for one language: rules for safety, models and words for the rest; the same every time."""

    safety: SafetyWords
    topics: TopicWords
    model: Linear
    faq_model: Linear
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def open(cls, library: Library, language: str) -> Answerer:
        """The answerer of a language of the library (its words and models)."""
        tongue = library.tongue(language)
        source = tongue.words["topics"]
        known, kin = vocabulary(read_wordings(tongue.wordings, source["faq"])), Kin(tongue.wordings["kin"])
        return cls(
            safety=SafetyWords(tongue.words["safety"], known.union(kin)),
            topics=TopicWords(source, known, kin),
            model=Linear.read(tongue.wordings["model"]),
            faq_model=Linear.read(tongue.wordings["faq_model"]),
            unclear={name: tuple(topics.split()) for name, topics in source["unclear"].items()},
        )

    def answer(self, text: str, *, context: str | None = None) -> Finding:
        """What a message is about; `context` is the topic of the turn before or of the exercise under way."""
        flag = self.safety.red_flag(text)
        line = self.topics.line(text)
        scores = self._scores(line, context)
        ranked = tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))
        if flag is not None and flag.stops:
            ranked = ((RED_FLAG, 9.0), *(pair for pair in ranked if pair[0] != RED_FLAG))
        return self._finding(line, ranked, flag, context)

    def _scores(self, line: str, context: str | None) -> dict[str, float]:
        clues = self.topics.clues(line, context)
        scores = self.model.scores(clues, length(clues))
        same = scores.pop(SAME, -9.0)
        if context:
            scores[context] = max(scores.get(context, -9.0), same)
        return scores

    def _finding(
        self, line: str, ranked: tuple[tuple[str, float], ...], flag: RedFlag | None, context: str | None
    ) -> Finding:
        best, margin = ranked[0]
        others = tuple(label for label, _ in ranked[1:] if label not in QUIET)
        compared = self._compared(line, best)
        return Finding(
            labels=ranked[:6],
            best=best,
            facet=self._facet(line),
            ask=() if best in QUIET else self._open(line),
            also=others[:ALSO],
            faq=None if best == RED_FLAG else self._faq(line, context),
            compared=compared,
            flag=flag,
            sure=margin > -SURE,
        )

    def _facet(self, line: str) -> str | None:
        asked = self.topics.asked(line)
        return next((facet for facet in FACETS if facet in asked), None)

    def _compared(self, line: str, best: str) -> tuple[str, ...]:
        """Two topics of one kind set side by side ("quads or hamstrings?")."""
        kind = best.split(":")[0]
        named = tuple(topic for topic in self.topics.named(line) if topic.startswith(f"{kind}:"))
        return named if len(named) == 2 and self.topics.facets.has("compare", line) else ()

    def _open(self, line: str) -> tuple[str, ...]:
        """The topics to offer when the whole message is a word that may be several ("hips?")."""
        return self.unclear.get(line, ())

    def _faq(self, line: str, context: str | None) -> str | None:
        clues = self.topics.clues(line, context)
        scores = self.faq_model.scores(clues, length(clues))
        best = max(scores, key=lambda name: scores[name])
        return None if best == "none" else best
