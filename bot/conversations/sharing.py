"""Sharing: a picture of a finished workout to forward, with a link that brings a friend to the coach."""

from __future__ import annotations

from collections.abc import Iterable

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.coach import tallying
from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Nod, Picture, Ref, Say, Saying
from bot.coach.taps import Tap
from bot.exchange import tapped
from bot.pictures import captions, ledger
from storage.notebook import Page

Says = Iterable[Saying]
USERNAME = "bot username"  # key of the ledger, kept at the start (bot.introducing)


def share(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The Share button under a workout's summary: the card, whom it came from, and where to ask more."""
    workout = page.workouts.get(heard.runner.id, tap_.number(0) or 0)
    if workout is None or not workout.sets:
        return [Nod(kind="toast", phrase="toast-stale")]
    muscles = tallying.muscle_sets([workout], heard.library)
    names = {name: heard.tongue.exercise[name].name for name in {done.exercise for done in workout.sets}}
    title = heard.tongue.session[workout.session].name
    data = ledger.summary(workout, title=title, names=names, muscles=muscles)
    facts: dict[str, Fact] = {"caption": captions.caption("summary", data, heard.tongue.phrase)}
    username = page.ledger.get(USERNAME)
    if username is None:
        return [Say(phrase="share-plain", facts=facts, picture=Picture(name="summary", data=data))]
    most = max(muscles, key=lambda muscle: muscles[muscle])
    facts["link"] = link = f"https://t.me/{username}?start=ask_{most}"
    ask = Button("button-share-ask", "", {"muscle": Ref(f"muscle.{most}.name")}, url=link)
    copy = Button("button-share-copy", "", copy=link)
    picture = Picture(name="summary", data=data)
    return [
        Nod(kind="uploading"),
        Say(phrase="share", facts=facts, buttons=((ask,), (copy,)), picture=picture),
    ]


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The Share button."""
    return [CallbackQueryHandler(tapped(share), pattern=r"^v1:share(:|$)")]
