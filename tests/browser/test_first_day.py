"""The first day with the coach, in a real browser: welcome, plan, session, question, reminder."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, expect

from bot.preview.stage import with_the_bot
from tests.browser.album import side_by_side
from tests.browser.conftest import ALBUM, Open, Scene

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
README = ("3-plan", "4-card", "6-question", "7-reminder")


def heard(s: Scene, words: str) -> Locator:
    """The last message of the coach in which these words can be read."""
    return s.page.locator("article.bot", has_text=re.compile(words, re.IGNORECASE | re.DOTALL)).last


async def tap(s: Scene, label: str | re.Pattern[str]) -> None:
    """Tap the newest button or key with this label."""
    name = re.compile(f"^{re.escape(label)}$") if isinstance(label, str) else label
    await s.page.locator(".buttons, .keys").get_by_role("button", name=name).last.click()


async def test_the_first_day(scene: Open) -> None:
    s = await scene(with_the_bot)
    await welcome(s)
    await the_first_sets(s)
    await a_question_in_between(s)
    await the_end(s)
    await the_reminder(s)
    if ALBUM:
        side_by_side([ALBUM / f"{name}-phone.png" for name in README], ALBUM / "first-day.webp")


async def test_killed_between_two_sets(scene: Open) -> None:
    s = await scene(with_the_bot)
    await s.page.get_by_role("button", name="Start", exact=True).click()
    await tap(s, "None of these")
    await expect(heard(s, "What do you train with")).to_be_visible()
    await s.write("/today")
    await heard(s, "strength").get_by_role("button", name="Start", exact=True).click()
    await tap(s, "✅ Done · squat 1")
    await expect(heard(s, "squat 1: 10")).to_be_visible()
    await s.page.get_by_role("button", name="Kill").click()
    await expect(s.page.locator("#running")).to_have_text("killed")
    await s.write("11")
    await s.page.get_by_role("button", name="+45 s").click()
    await expect(s.page.locator("article.me", has_text="11")).to_be_visible()
    await s.page.get_by_role("button", name="Start again").click()
    await expect(heard(s, "squat 2: 11")).to_be_visible()
    await expect(s.page.get_by_role("button", name="✅ Done · squat 3")).to_be_visible()


async def welcome(s: Scene) -> None:
    """Safety, kit, week, hour; the plan; the zone by a pin."""
    await s.page.get_by_role("button", name="Start", exact=True).click()
    await expect(heard(s, "Before anything else")).to_contain_text("chest pain")
    await s.shoot("1-safety")
    await tap(s, "None of these")
    await tap(s, "Just me")
    await expect(heard(s, "Your running week")).to_contain_text("Tuesday: easy")
    await s.shoot("2-week")
    await tap(s, "This is my week")
    await tap(s, "18:00")
    await expect(heard(s, "time zone")).to_be_visible()
    await s.shoot("3-plan")
    await tap(s, re.compile("Send my location"))
    await expect(heard(s, "Your time zone is")).to_contain_text("Berlin")
    await expect(s.page.locator("#now-zone")).to_have_text("Europe/Berlin")


async def the_first_sets(s: Scene) -> None:
    """A card with a picture; a set by the big button, a rest that ends with a ring, a set by a number."""
    await s.write("/today")
    await heard(s, "No strength is planned today").get_by_role("button", name="Start", exact=True).click()
    card = heard(s, "Air squat.*set 1 of 3")
    await expect(card).to_be_visible()
    picture = s.page.locator("article.bot .media img").last
    await expect(picture).to_be_visible()
    assert await picture.evaluate("one => one.naturalWidth") > 200
    await s.shoot("4-card", after=1500)
    await tap(s, "✅ Done · squat 1")
    await expect(heard(s, "rest 45 s")).to_be_visible()
    await expect(s.page.locator("article.rings", has_text="Set 2 of 3")).to_have_count(0)
    await s.page.get_by_role("button", name="+45 s").click()
    await expect(s.page.locator("article.rings", has_text="Set 2 of 3").last).to_be_visible()
    await s.write("12")
    await expect(heard(s, "squat 2: 12")).to_be_visible()
    await s.shoot("5-session")


async def a_question_in_between(s: Scene) -> None:
    """An answer about the muscles, and the set that is still open."""
    await s.write("what do my glutes do when I run?")
    await expect(heard(s, "gluteus.*pelvis")).to_be_visible()
    await expect(heard(s, "set 3 of 3 is still open")).to_be_visible()
    await s.shoot("6-question")


async def the_end(s: Scene) -> None:
    """The workout ends early, and that is fine."""
    await s.write("/stop")
    await tap(s, "End workout")
    await expect(heard(s, "2 sets")).to_be_visible()


async def the_reminder(s: Scene) -> None:
    """The next strength day: a message that rings, at 18:00 on the person's own clock."""
    await s.page.get_by_role("button", name="Next reminder").click()
    reminder = s.page.locator("article.rings", has_text=re.compile("strength", re.IGNORECASE)).last
    await expect(reminder).to_contain_text("18:0")
    await expect(reminder.get_by_role("button", name=re.compile("^Start"))).to_be_visible()
    await s.shoot("7-reminder")
