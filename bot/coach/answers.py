"""Finds what a question is about: the topic, what is asked of it, and the common question it repeats.

A red flag comes first (`bot.coach.safety`). Then names, question words, words and pieces of words vote in a
linear model that is built from the wordings of the content; the answer to every topic is content as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coach.features import TopicWords, length
from bot.coach.kin import Kin
from bot.coach.lexicon import words_of
from bot.coach.linear import Linear
from bot.coach.safety import RedFlag, SafetyWords
from bot.coach.wordings import SAME, Wording, read_wordings, vocabulary
from content.library import Library

RED_FLAG = "red_flag"
SMALLTALK = "smalltalk"
FLAG_MARGIN = 0.05  # what the model must say for a red flag that no rule names: measured, 1.4 % false alarms
SURE = -0.35  # below this margin the best topic is a guess
ALSO = 2  # topics behind the "Not what I meant" button
KEPT = 6  # ranked topics a finding keeps
FACETS = ("in_plan", "compare", "where", "weak", "train", "why", "does", "how", "easier", "when", "amount")
QUIET = frozenset({SMALLTALK, "out_of_scope", RED_FLAG})
FAQ_MARGIN = -0.1  # what the second model must say for a common question to be answered as one
FAQ_PULL = 0.4  # how much a common question speaks for its topic
BARE = 2  # words of a message that only names a topic: its card, no common question
PREGNANCY = "q58"  # a common question whose own answer is the careful one

Ranked = tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a message is about: the best label first, and how to answer it.

    `facet` is what is asked of the topic, None for its card; `ask` the topics to offer when it is truly open;
    `also` the next two; `faq` a common question that answers better than the card; `compared` two topics set
    side by side; `flag` a red flag that must be answered alone; `sure` is False where it is a guess.
    """

    labels: Ranked
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
    unclear: Mapping[str, tuple[str, ...]]
    spoken_of: Mapping[str, str]
    faq_labels: Mapping[str, tuple[str, ...]]
    chatter: frozenset[str]

    @classmethod
    def open(cls, library: Library, language: str) -> Answerer:
        """The answerer of a language of the library (its words and models)."""
        tongue = library.tongue(language)
        source = tongue.words["topics"]
        rows = read_wordings(tongue.wordings, source["faq"])
        known, kin = vocabulary(rows), Kin(tongue.wordings["kin"])
        topics = TopicWords(source, known, kin)
        return cls(
            safety=SafetyWords(tongue.words["safety"], known.union(kin)),
            topics=topics,
            model=Linear.read(tongue.wordings["model"]),
            faq_model=Linear.read(tongue.wordings["faq_model"]),
            unclear={name: tuple(listed.split()) for name, listed in source["unclear"].items()},
            spoken_of=source["spoken_of"],
            faq_labels={name: tuple(listed.split()) for name, listed in source["faq"].items()},
            chatter=_chatter(rows),
        )

    def answer(self, text: str, *, context: str | None = None) -> Finding:
        """What a message is about; `context` is the topic of the turn before or of the exercise under way."""
        line = self.topics.line(text)
        clues = self.topics.clues(line, context)
        size = length(clues)
        common = self.faq_model.scores(clues, size)
        faq = self._faq(line, common)
        scores = self._settled(line, self.model.scores(clues, size), context)
        if faq:
            first = self.faq_labels[faq][0]
            scores[first] += (common[faq] - FAQ_MARGIN) * FAQ_PULL
        flag = self._flag(text, line, scores, faq, context)
        careful = faq == PREGNANCY or (flag is not None and flag.stops)
        ranked = _ranked(scores, careful=careful)
        return self._finding(line, ranked, flag, faq)

    def _settled(self, line: str, scores: dict[str, float], context: str | None) -> dict[str, float]:
        """Scores with the turn before taken in, and without small talk that nobody says."""
        same = scores.pop(SAME, SURE)
        if context:
            scores[context] = max(scores.get(context, same), same)
        words = line.split()
        if words and not self.chatter.intersection(words):
            scores[SMALLTALK] = min(scores.values())
        return scores

    def _flag(
        self, text: str, line: str, scores: Mapping[str, float], faq: str | None, context: str | None
    ) -> RedFlag | None:
        """A rule's red flag, also for "it is swollen" after a turn about calves; else what the model is sure of."""
        flag = self.safety.red_flag(text)
        if flag is None and (part := self.spoken_of.get(context or "")):
            flag = self.safety.red_flag(f"my {part} {text}")
        if flag is not None and flag.stops:
            return flag
        sure = scores[RED_FLAG] >= max(FLAG_MARGIN, *scores.values())
        if sure and faq != PREGNANCY and self.topics.understood(line):
            return RedFlag(level="soon", kind="soon")
        return flag

    def _finding(self, line: str, ranked: Ranked, flag: RedFlag | None, faq: str | None) -> Finding:
        best, margin = ranked[0]
        return Finding(
            labels=ranked[:KEPT],
            best=best,
            facet=self._facet(line),
            ask=() if best == RED_FLAG else self.unclear.get(line, ()),
            also=tuple(label for label, _ in ranked[1:] if label not in QUIET)[:ALSO],
            faq=faq if best in self.faq_labels.get(faq or "", ()) else None,
            compared=self._compared(line, best),
            flag=flag,
            sure=margin >= SURE,
        )

    def _facet(self, line: str) -> str | None:
        asked = self.topics.asked(line)
        return next((facet for facet in FACETS if facet in asked), None)

    def _compared(self, line: str, best: str) -> tuple[str, ...]:
        """Two topics of one kind set side by side ("quads or hamstrings?")."""
        kind = best.split(":")[0]
        named = tuple(topic for topic in self.topics.named(line) if topic.startswith(f"{kind}:"))
        return named if len(named) == 2 and self.topics.facets.has("compare", line) else ()

    def _faq(self, line: str, scores: Mapping[str, float]) -> str | None:
        """The common question that is repeated; a bare name of a topic is none."""
        best = max(scores, key=lambda name: scores[name])
        bare = len(line.split()) <= BARE and self.topics.named(line) and not self.topics.asked(line)
        return best if scores[best] >= FAQ_MARGIN and not bare else None


def _ranked(scores: Mapping[str, float], *, careful: bool) -> Ranked:
    """Labels from the best down: the red flag first when care is due, and last when not."""
    rest = [pair for pair in scores.items() if pair[0] != RED_FLAG]
    ordered = sorted(rest, key=lambda pair: (-pair[1], pair[0]))
    red = (RED_FLAG, scores[RED_FLAG])
    return (red, *ordered) if careful else (*ordered, red)


def _chatter(rows: list[Wording]) -> frozenset[str]:
    """The words of small talk."""
    return frozenset(word for row in rows if SMALLTALK in row.labels for word in words_of(row.text))
