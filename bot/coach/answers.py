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
from bot.coach.phrasebook import Phrasebook
from bot.coach.safety import LEVELS, RedFlag, SafetyWords
from bot.coach.turns import TurnWords
from bot.coach.wordings import SAME, SMALLTALK, read_known
from content.library import Library

RED_FLAG = "red_flag"
FLAG_MARGIN = 0.2  # what the model must say for a red flag that no rule names: rules find nearly all
SURE = -0.35  # below this margin the best topic is a guess
LOST = -0.8  # below this one it is none
ALSO = 2  # topics behind the "Not what I meant" button
KEPT = 6  # ranked topics a finding keeps
FACETS = ("in_plan", "compare", "where", "weak", "train", "why", "does", "how", "easier", "when", "amount")
QUIET = frozenset({SMALLTALK, "out_of_scope", RED_FLAG})
FAQ_MARGIN = -0.2  # what the second model must say for a common question to be answered as one
FAQ_PLAIN = -0.1  # the same where a muscle is named and its card has what is asked of it
PLAIN = ("does", "why", "weak", "train", "where")
FAQ_PULL = 0.4  # how much a common question speaks for its topic
COURTESIES = ("hello", "thanks", "bye")
COURTEOUS = 3  # words of a message that is a courtesy and no question
BARE = 2  # words of a message that only names a topic: its card, no common question
PREGNANCY = "q58"  # a common question whose own answer is the careful one
AGES = {"young": "q76", "old": "q59"}  # ages that call for care, and their common questions
CLEAR = 0.8  # a message that says this much on its own is no follow-up

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
    exercise: str | None = None
    chat: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """Answers for one language: rules for safety, models and words for the rest; the same every time."""

    safety: SafetyWords
    abroad: tuple[SafetyWords, ...]
    topics: TopicWords
    model: Linear
    faq_model: Linear
    unclear: Mapping[str, tuple[str, ...]]
    spoken_of: Mapping[str, str]
    faq_labels: Mapping[str, tuple[str, ...]]
    chatter: frozenset[str]
    turns: TurnWords
    ours: Phrasebook

    @classmethod
    def open(cls, library: Library, language: str) -> Answerer:
        """The answerer of a language of the library (its words and models)."""
        tongue = library.tongue(language)
        source = tongue.words["topics"]
        known, chatter = read_known(tongue.wordings["known"])
        kin = Kin(tongue.wordings["kin"])
        topics = TopicWords(source, known, kin)
        return cls(
            safety=SafetyWords(tongue.words["safety"], known, kin),
            abroad=_abroad(library, tongue.code),
            topics=topics,
            model=Linear.read(tongue.wordings["model"]),
            faq_model=Linear.read(tongue.wordings["faq_model"]),
            unclear={name: tuple(listed.split()) for name, listed in source["unclear"].items()},
            spoken_of=source["spoken_of"],
            faq_labels={name: tuple(listed.split()) for name, listed in source["faq"].items()},
            chatter=chatter,
            turns=TurnWords(source),
            ours=_ours(library, language),
        )

    def answer(self, text: str, *, context: str | None = None) -> Finding:
        """What a message is about; `context` is the topic of the turn before or of the exercise under way.

        Context only decides where a message goes on with that turn: what it says on its own comes first.
        """
        line = self.topics.line(text)
        clues = self.topics.clues(line)
        size = length(clues)
        common = self.faq_model.scores(clues, size)
        scores = self._alone(line, self.model.scores(clues, size))
        faq = self._faq(line, common)
        if faq:
            first = self.faq_labels[faq][0]
            scores[first] += max(common[faq] - FAQ_MARGIN, 0.0) * FAQ_PULL
        flag = self._flag(text, line, scores, faq, context)
        follows = context is not None and self._follows(line, context, scores)
        if follows and context is not None:
            scores = self._after(line, context)
        if (age := AGES.get(self.turns.age_faq(line) or "")) is not None:
            faq = age
            scores[self.faq_labels[age][0]] = max(scores.values()) + 1
        known = self._sure(line, follows) if line else "?" not in text  # a bare smile is small talk
        careful = faq == PREGNANCY or (flag is not None and flag.stops)
        return self._finding(line, _ranked(scores, careful=careful), flag, faq, sure=known)

    def points_here(self, text: str) -> bool:
        """Whether a message says "this" or "it", which during a workout is the exercise under way."""
        return self.turns.points_here(self.topics.line(text))

    def red_flag(self, text: str) -> RedFlag | None:
        """The most urgent red flag by the rules of this language and, in an emergency people mix them, of all others."""
        found = [words.red_flag(text) for words in (self.safety, *self.abroad)]
        return min(filter(None, found), key=lambda flag: LEVELS.index(flag.level), default=None)

    def _alone(self, line: str, scores: dict[str, float]) -> dict[str, float]:
        """Scores of a message by itself, without small talk that nobody says."""
        scores.pop(SAME, None)
        words = line.split()
        if words and not self.chatter.intersection(words):
            scores[SMALLTALK] = min(scores.values())
        return scores

    def _after(self, line: str, context: str) -> dict[str, float]:
        """Scores of a follow-up, with the turn before taken in; a red flag it is not (that is read without)."""
        clues = self.topics.clues(line, context)
        scores = self.model.scores(clues, length(clues))
        same = scores.pop(SAME, SURE)
        scores[context] = max(scores.get(context, same), same)
        scores[RED_FLAG] = min(scores.values())
        return scores

    def _follows(self, line: str, context: str, scores: Mapping[str, float]) -> bool:
        """Whether a message goes on with the turn before: it points back to it or leaves out what it is about."""
        best = max(scores, key=lambda label: scores[label])
        if not self.topics.understood(line) or (best in QUIET and scores[best] >= CLEAR):
            return False
        if self.turns.points_back(line):
            return True
        other = [topic for topic in self.topics.named(line) if topic != context]
        return self.turns.goes_on(line) and not other

    def _sure(self, line: str, follows: bool) -> bool:
        """Whether anything in the message is known: a topic's name, or words of the wordings."""
        return follows or bool(self.topics.named(line)) or self.topics.familiar(line)

    def _flag(
        self, text: str, line: str, scores: Mapping[str, float], faq: str | None, context: str | None
    ) -> RedFlag | None:
        """A rule's red flag, also for "it is swollen" after a turn about calves; else what the model is sure of."""
        flag = self.red_flag(text)
        if flag is None and (part := self.spoken_of.get(context or "")):
            flag = self.safety.red_flag(f"my {part} {text}")
        if flag is not None and flag.stops:
            return flag
        sure = scores[RED_FLAG] >= max(FLAG_MARGIN, *scores.values()) and not self.safety.only_denies(text)
        if sure and faq != PREGNANCY and self.topics.understood(line):
            return RedFlag(level="soon", kind="soon")
        return flag

    def _finding(
        self, line: str, ranked: Ranked, flag: RedFlag | None, faq: str | None, *, sure: bool
    ) -> Finding:
        best, margin = ranked[0]
        exercise = next((name for name in self.ours.phrases if self.ours.has(name, line)), None)
        names = self._names(line)
        chat = self.turns.chat(line)
        courteous = chat in COURTESIES and len(line.split()) <= COURTEOUS
        how = bool(names) and self.turns.only_asks_how(line, names)
        return Finding(
            labels=ranked[:KEPT],
            best=best,
            facet="how" if how else self._facet(line),
            ask=() if best == RED_FLAG else self.unclear.get(line, ()),
            also=tuple(label for label, _ in ranked[1:] if label not in QUIET)[:ALSO],
            faq=faq if best in self.faq_labels.get(faq or "", ()) and not how and not courteous else None,
            compared=self._compared(line, best),
            flag=flag,
            sure=sure and margin >= LOST,
            exercise=exercise,
            chat=chat,
        )

    def _names(self, line: str) -> tuple[str, ...]:
        """The exercises a line names, as it names them."""
        topics = [topic for topic in self.topics.aliases.phrases if topic.startswith("exercise:")]
        found = [hit for topic in topics for hit in self.topics.aliases.found(topic, line)]
        return (*found, *(hit for name in self.ours.phrases for hit in self.ours.found(name, line)))

    def _facet(self, line: str) -> str | None:
        asked = self.topics.asked(line)
        return next((facet for facet in FACETS if facet in asked), None)

    def _compared(self, line: str, best: str) -> tuple[str, ...]:
        """Two topics of one kind set side by side ("quads or hamstrings?")."""
        kind = best.split(":")[0]
        named = tuple(topic for topic in self.topics.named(line) if topic.startswith(f"{kind}:"))
        return named if len(named) == 2 and self.topics.facets.has("compare", line) else ()

    def _faq(self, line: str, common: Mapping[str, float]) -> str | None:
        """The common question that is repeated; a bare name of a topic is none, nor is what nobody understands."""
        best = max(common, key=lambda name: common[name])
        named = self.topics.named(line)
        bare = len(line.split()) <= BARE and named and not self.topics.asked(line)
        plain = any(topic.startswith("muscle:") for topic in named) and self._facet(line) in PLAIN
        known = named or self.topics.understood(line)
        least = FAQ_PLAIN if plain else FAQ_MARGIN
        return best if common[best] >= least and not bare and known else None


def _ranked(scores: Mapping[str, float], *, careful: bool) -> Ranked:
    """Labels from the best down: the red flag first when care is due, and last when not."""
    rest = [pair for pair in scores.items() if pair[0] != RED_FLAG]
    ordered = sorted(rest, key=lambda pair: (-pair[1], pair[0]))
    red = (RED_FLAG, scores[RED_FLAG])
    return (red, *ordered) if careful else (*ordered, red)


def _abroad(library: Library, language: str) -> tuple[SafetyWords, ...]:
    """The rules of all other languages, which correct no spelling: that would bend the words of this one."""
    others = (library.tongue(code) for code in library.languages if code != language)
    return tuple(SafetyWords(other.words["safety"], lenient=False) for other in others)


def _ours(library: Library, language: str) -> Phrasebook:
    """The names of the exercises that no label has: the add-ons and swaps that are ours."""
    prose = library.tongue(language).exercise
    names = {
        name: (prose[name].name, prose[name].short, *prose[name].aliases)
        for name, facts in library.exercises.items()
        if facts.source == "ours" and name in prose
    }
    return Phrasebook({name: ",".join(" ".join(words_of(a)) for a in said) for name, said in names.items()})
