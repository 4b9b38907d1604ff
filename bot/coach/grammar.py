"""Which intent a reply has: what stands in it, what is denied, and whether its numbers are about the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.coach.tokens import Token

COMMANDS = ("stop", "skip", "pause")
NUMBERISH = ("number", "time")
# Lists whose words may stand beside the number of a set without making it doubtful.
BESIDE = frozenset(
    (
        "done",
        "done_weak",
        "did",
        "filler",
        "comment",
        "reps",
        "seconds",
        "minutes",
        "kg",
        "kg_glued",
        "lb",
        "sets",
    )
) | frozenset(
    (
        "left",
        "right",
        "each",
        "per_hand",
        "in_all",
        "times",
        "at",
        "of",
        "half",
        "ordinal",
        "easy",
        "hard",
        "no_pain",
        "aim",
        "skip_weak",
        "numbers",
    )
)
SPLITTING = frozenset(".,;!?\n…")
JOINING = frozenset(
    ("but", "then", "because", "cos", "cuz", "coz", "although", "though", "while", "when", "before", "until")
)
OPENERS = frozenset(
    (
        "so",
        "and",
        "but",
        "then",
        "also",
        "or",
        "well",
        "now",
        "wait",
        "um",
        "uh",
        "hmm",
        "sorry",
        "hey",
        "hi",
        "again",
    )
)
DENIALS = frozenset(("not", "dont", "no", "never", "wont", "aint", "isnt", "without", "cant", "havent"))


@dataclass(frozen=True)
class Clause:
    """A part of a reply between stops, with the lists its words stand in, denied ones left out."""

    tokens: tuple[Token, ...]
    marks: frozenset[str]
    denied: frozenset[str]

    def has(self, *names: str) -> bool:
        """Whether any of the lists is in it, undenied."""
        return not self.marks.isdisjoint(names)

    @property
    def numbers(self) -> tuple[Token, ...]:
        """Its numbers."""
        return tuple(t for t in self.tokens if t.kind in NUMBERISH)


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Cut at stops and at joining words; a comma between two numbers does not cut."""
    parts: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        if _cuts(tokens, i):
            parts.append([])
        if token.text not in SPLITTING:
            parts[-1].append(token)
    return tuple(_clause(tuple(part)) for part in parts if part)


def _cuts(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.kind == "sign" and token.text in SPLITTING:
        beside = (*tokens[i - 1 : i], *tokens[i + 1 : i + 2]) if i else ()
        return len(beside) < 2 or any(t.kind not in NUMBERISH for t in beside)
    if token.kind != "word" or i == 0:
        return False
    if token.text == "and" and token.mark == "filler":
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return (
            following is not None
            and following.kind == "word"
            and following.mark not in ("left", "right", "half", "numbers")
        )
    return token.text in JOINING and token.mark in ("", "filler", "aim", "plain", "question")


def _clause(tokens: tuple[Token, ...]) -> Clause:
    marks: set[str] = set()
    denied: set[str] = set()
    for i, token in enumerate(tokens):
        if token.mark:
            (
                denied
                if token.mark in (*COMMANDS, "done", "fail", "hard", "easy", "pain") and _is_denied(tokens, i)
                else marks
            ).add(token.mark)
    return Clause(tokens, frozenset(marks), frozenset(denied))


def _is_denied(tokens: Sequence[Token], i: int) -> bool:
    """A "not" shortly before, nothing of weight between."""
    for token in reversed(tokens[max(0, i - 3) : i]):
        if token.text in DENIALS and token.mark not in COMMANDS:
            return token.mark != tokens[i].mark
        if token.kind in NUMBERISH or token.mark in COMMANDS:
            return False
    return False


def is_question(parts: Sequence[Clause], text: str, names: frozenset[str]) -> bool:
    """A question mark, a question's first word, or a wording that only asks; a polite wish is none."""
    if _is_wish(parts):
        return False
    if any("asks_next" in p.marks for p in parts):
        return not any(p.has("done") or says_amount(p, names) for p in parts)
    if any(mark in text for mark in "?¿؟？"):
        return True
    return any(
        "asks" in part.marks or _opens_with_question(part) or part.has("question_emoji") for part in parts
    )


def _opens_with_question(part: Clause) -> bool:
    for token in part.tokens:
        if token.mark == "question":
            return True
        if token.mark not in ("comment", "done_weak") and token.text not in OPENERS:
            return False
    return False


def _is_wish(parts: Sequence[Clause]) -> bool:
    """ "Can we skip this one?" asks for it to be done."""
    commands = [p for p in parts if p.has(*COMMANDS, "undo")]
    return (
        bool(commands)
        and any(" ".join(t.text for t in p.tokens).startswith(WISHES) for p in commands)
        and not any("asks" in p.marks for p in parts)
    )


WISHES = (
    "can we ",
    "could we ",
    "can you ",
    "could you ",
    "can i skip",
    "can i please",
    "can i stop",
    "can i pause",
    "can i undo",
    "could i skip",
    "could i please",
    "can i take",
    "can i have",
    "can i get a break",
    "would you ",
    "will you ",
    "shall we ",
    "may i ",
)


def stray(tokens: Sequence[Token], names: frozenset[str]) -> bool:
    """Whether some word makes it doubtful that the numbers are about the set."""
    return any(t.kind == "word" and t.mark not in BESIDE and t.text not in names for t in tokens)


def says_amount(part: Clause, names: frozenset[str]) -> bool:
    """Whether the clause reports a set by its numbers: only fitting words, or "did 8 …", or "12 reps …"."""
    if not any(t.mark != "aim" for t in part.numbers):
        return False
    if not stray(part.tokens, names):
        return True
    for i, token in enumerate(part.tokens):
        if token.kind in NUMBERISH:
            following = part.tokens[i + 1] if i + 1 < len(part.tokens) else None
            before = part.tokens[:i]
            if following is not None and following.mark in ("reps", "seconds"):
                return not stray(before, names)
            fits = following is None or following.mark in BESIDE or following.kind != "word"
            return fits and any(t.mark == "did" for t in before) and not stray(before, names)
    return False


def intent_of(parts: Sequence[Clause], names: frozenset[str]) -> str:
    """The intent of a reply that is neither pain, correction nor question; "" where nothing is understood."""
    done = _done(parts, names)
    for command in ("stop", "skip"):
        if any(p.has(command) for p in parts):
            return command
    not_yet = any(p.has("not_yet") or p.denied & {"done", *COMMANDS} for p in parts)
    if any(p.has("fail", "fail_aim") for p in parts) and not (not_yet and done):
        return "fail"
    if any(p.has("pause") for p in parts) and not (done and _apart(parts, "pause", names)):
        return "pause"
    if not_yet:
        return "done" if done and _apart(parts, "not_yet", names) else "other"
    if done:
        return "done"
    if any(p.has("skip_weak") for p in parts):
        return "skip"
    return _weakly(parts)


def _done(parts: Sequence[Clause], names: frozenset[str]) -> bool:
    return any((p.has("done") and not p.denied) or says_amount(p, names) for p in parts)


def _apart(parts: Sequence[Clause], name: str, names: frozenset[str]) -> bool:
    """Whether one clause says done without `name` in it, and no number pairs with a number left."""
    clear = [
        p for p in parts if not p.has(name) and not p.denied and (p.has("done") or says_amount(p, names))
    ]
    left = any(p.has("not_yet") and p.numbers for p in parts)
    return bool(clear) and not (left and any(p.numbers and not p.has("ordinal") for p in clear))


def _weakly(parts: Sequence[Clause]) -> str:
    """A bare "ok", a bare side, "easy": a set done, if nothing else is said."""
    words = [t for p in parts for t in p.tokens if t.kind == "word" or t.mark]
    if any(p.has("hard") for p in parts):
        return (
            "fail"
            if _only(words, {"hard", "filler", "comment", "done_weak", "question"}) and _is_too(words)
            else ""
        )
    if _only(words, {"seconds", "comment"}) and any(t.mark == "seconds" for t in words):
        return "pause"
    if not _only(
        words,
        {
            "done_weak",
            "filler",
            "comment",
            "easy",
            "left",
            "right",
            "each",
            "sets",
            "ordinal",
            "reps",
            "no_pain",
            "did",
            "in_all",
            "kg_glued",
        },
    ):
        return ""
    marks = {t.mark for t in words}
    if marks & {"done_weak", "easy", "no_pain", "kg_glued"}:
        return "done"
    return "done" if "did" in marks and marks & {"left", "right", "each", "sets", "in_all"} else ""


def _is_too(words: Iterable[Token]) -> bool:
    return any(t.text == "too" for t in words)


def _only(words: Sequence[Token], names: set[str]) -> bool:
    return bool(words) and all(t.mark in names for t in words)
