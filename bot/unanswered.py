"""Questions that could not be answered, kept for whoever writes the answers: with consent, sealed, without names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.coach.heard import Heard, Sealing
from bot.coach.says import Button, Say, Saying
from bot.coach.taps import tap
from storage.notebook import Page
from storage.records import Wish

KEPT = timedelta(days=90)
LONGEST, MOST = 300, 50  # characters of a question, and questions of one person
KIND: Final = "question"
SPACES = re.compile(r"\s+")
WORD = re.compile(r"[^\W\d_]{2,}")
PERSONAL = re.compile(r"https?://\S+|\S*@\S+|\+?\d[\d ()/-]{5,}\d")  # addresses, handles, telephone numbers


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question as its answer's author sees it: nobody's name, only how many people asked it, and when last."""

    text: str
    language: str
    people: int
    at: datetime


def wondered(page: Page, heard: Heard) -> list[Saying]:
    """After an answer that was none: keep the question of who agreed; ask once who was never asked.

    Without NOTES_KEY nothing is kept and nobody is asked; inside a workout nobody is asked either.
    """
    agreed = heard.runner.habits.questions
    if heard.notes is None or heard.tap or len(WORD.findall(heard.text)) < 2:
        return []
    if agreed:
        keep(page, heard, heard.notes)
    elif agreed is None and page.workouts.current(heard.runner.id) is None:
        agree(page, heard, False)  # silence is no consent, and asking again would be nagging
        yes, no = (Button(f"button-questions-{say}", tap("questions", say)) for say in ("yes", "no"))
        return [Say(phrase="questions-ask", buttons=((yes, no),), about="questions-ask")]
    return []


def agree(page: Page, heard: Heard, agreed: bool) -> Heard:
    """Note whether questions may be kept; taking it back erases those that were."""
    runner = replace(heard.runner, habits=replace(heard.runner.habits, questions=agreed))
    page.runners.keep(runner)
    if not agreed:
        page.wishes.drop(runner.id, KIND)
    return heard.by(runner)


def keep(page: Page, heard: Heard, notes: Sealing) -> None:
    """One more question of this person; the same words again are the same question."""
    text = masked(heard.payload or heard.text, heard.runner.name)
    about = notes.digest(text)
    before = {wish.about for wish in page.wishes.of(heard.runner.id, KIND)}
    if about in before or len(before) < MOST:
        facts = {"language": heard.tongue.code}
        wish = Wish(runner_id=heard.runner.id, kind=KIND, about=about, facts=facts, at=heard.now)
        page.wishes.keep(wish, notes.seal(text))


def masked(text: str, name: str) -> str:
    """One line of at most 300 characters, without the person's own name, addresses, handles and numbers to call."""
    plain = PERSONAL.sub("…", SPACES.sub(" ", text).strip())
    for part in name.split():
        plain = re.sub(rf"(?i)\b{re.escape(part)}\b", "…", plain) if len(part) > 1 else plain
    return plain[:LONGEST]


def gathered(page: Page, notes: Sealing) -> list[Question]:
    """All kept questions, newest first, each once; what another key sealed is left out."""
    found: dict[str, Question] = {}
    for wish, sealed in page.wishes.sealed(KIND):
        before = found.get(wish.about)
        if before is not None:
            found[wish.about] = replace(before, people=before.people + 1)
        elif (text := notes.open(sealed)) is not None:
            language = str(wish.facts.get("language", ""))
            found[wish.about] = Question(text=text, language=language, people=1, at=wish.at)
    return list(found.values())


def own(page: Page, heard: Heard) -> list[dict[str, object]]:
    """A person's kept questions, for their export."""
    return [
        {"text": heard.notes.open(sealed) if heard.notes else None, "at": wish.at}
        for wish, sealed in page.wishes.sealed(KIND, heard.runner.id)
    ]


def tsv(questions: Iterable[Question]) -> str:
    """One line a question: language, people, day, text."""
    return "".join(f"{one.language}\t{one.people}\t{one.at:%Y-%m-%d}\t{one.text}\n" for one in questions)
