"""Which intent a reply has: what stands in its clauses, and whether its numbers are about the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.coach.clauses import COMMANDS, NUMBERISH, Clause
from bot.coach.tokens import Token
from bot.coach.vocabulary import ReplyWords

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
        "set_1",
        "set_2",
        "set_3",
        "set_4",
        "set_last",
        "easy",
        "hard",
        "no_pain",
        "aim",
        "skip_weak",
        "numbers",
        "difference",
    )
)

ENOUGH = frozenset(("done_weak", "easy", "no_pain", "kg_glued"))
DID_WHAT = frozenset(("left", "right", "each", "sets", "in_all"))
WEAK = ENOUGH | DID_WHAT | {"filler", "comment", "ordinal", "set_last", "reps", "did"}
TOO_HARD = frozenset(("hard", "filler", "comment", "done_weak", "question"))


def is_question(parts: Sequence[Clause], text: str, names: frozenset[str], words: ReplyWords) -> bool:
    """A question mark, a question's first word, or a wording that only asks; a polite wish is none."""
    if _is_wish(parts, words):
        return False
    if any("asks_next" in p.marks for p in parts):
        return not any(p.has("done") or says_amount(p, names) for p in parts)
    if any(mark in text for mark in "?¿؟？"):
        return True
    return _offers(parts, words) or any(
        "asks" in part.marks or _opens_with_question(part, words) or part.has("question_emoji")
        for part in parts
    )


def asks_in_general(parts: Sequence[Clause], words: ReplyWords) -> bool:
    """ "Should it hurt?": a question about pain that is nobody's yet."""
    mine = words.groups["mine"]
    return _opens_with_question(parts[0], words) and not any(t.text in mine for p in parts for t in p.tokens)


def _offers(parts: Sequence[Clause], words: ReplyWords) -> bool:
    """ "10 or 12", "left or right": two values to choose from, and nothing that reports one."""
    return any(
        t.text in words.groups["or"]
        and _is_value(p.tokens[:i])
        and _is_value(p.tokens[i + 1 :][::-1])
        and not p.has("did")
        for p in parts
        for i, t in enumerate(p.tokens)
    )


def _is_value(tokens: Sequence[Token]) -> bool:
    units = ("kg", "lb", "reps", "seconds", "minutes", "sets", "kg_glued")
    return any(t.kind in NUMBERISH or t.mark in ("left", "right") for t in tokens[-2:]) and all(
        t.kind in NUMBERISH or t.mark in ("left", "right", *units) for t in tokens[-2:]
    )


def _opens_with_question(part: Clause, words: ReplyWords) -> bool:
    for token in part.tokens:
        if token.mark == "question":
            return True
        if token.mark not in ("comment", "done_weak") and token.text not in words.groups["opener"]:
            return False
    return False


def _is_wish(parts: Sequence[Clause], words: ReplyWords) -> bool:
    """ "Can we skip this one?" asks for it to be done."""
    commands = [p for p in parts if p.has(*COMMANDS, "undo", "skip_weak")]
    return (
        bool(commands)
        and any(" ".join(t.text for t in p.tokens).startswith(tuple(words.groups["wish"])) for p in commands)
        and not any("asks" in p.marks for p in parts)
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
        return "other" if not_yet and _only_waits(parts) else "pause"
    if not_yet:
        return "done" if done and _apart(parts, "not_yet", names) else "other"
    if done:
        return "done"
    if any(p.has("skip_weak") for p in parts):
        return "skip"
    return "other" if any(p.has("no") for p in parts) else _weakly(parts)


def _only_waits(parts: Sequence[Clause]) -> bool:
    """ "Wait, not done yet": what is told is that the set goes on; "brb, not done yet" is a pause."""
    marks = [t.mark for p in parts for t in p.tokens if t.mark in ("not_yet", "pause")]
    return marks[0] == "not_yet" or marks.count("pause") == 1


def _done(parts: Sequence[Clause], names: frozenset[str]) -> bool:
    return any((p.has("done") and not p.denied) or says_amount(p, names) for p in parts)


def _apart(parts: Sequence[Clause], name: str, names: frozenset[str]) -> bool:
    """Whether a clause says done before any with `name`, and no number pairs with a number left ("5 down, 5 to go")."""
    first = next(i for i, p in enumerate(parts) if p.has(name) or p.denied)
    clear = [p for p in parts[:first] if p.has("done") or says_amount(p, names)]
    left = any(p.has("not_yet") and p.numbers for p in parts)
    return bool(clear) and not (left and any(p.numbers and not p.has("ordinal") for p in clear))


def _weakly(parts: Sequence[Clause]) -> str:
    """A bare "ok", a bare side, "easy": a set done, if nothing else is said."""
    words = [t for p in parts for t in p.tokens if t.kind == "word" or t.mark]
    marks = {t.mark for t in words}
    if any(p.has("hard") for p in parts):
        return "fail" if marks <= TOO_HARD and _is_too(words) else ""
    if marks <= {"seconds", "comment"} and "seconds" in marks:
        return "pause"  # "sec"
    if not marks or not marks <= WEAK:
        return ""
    return "done" if marks & ENOUGH or ("did" in marks and marks & DID_WHAT) else ""


def _is_too(words: Iterable[Token]) -> bool:
    return any(t.text == "too" for t in words)
