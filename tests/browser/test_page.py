"""The page itself, with a toy coach: everything a chat can show, seen and done in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Open
from tests.browser.toy_coach import toy

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
NAMELESS = """() => [...document.querySelectorAll('button, input, select, textarea, a')]
    .filter((one) => one.offsetParent && !one.innerText?.trim() && !one.ariaLabel && !one.labels?.length)
    .map((one) => one.outerHTML)"""


async def test_a_new_phone_says_what_the_bot_can_do_and_starts(scene: Open) -> None:
    s = await scene(toy)
    await expect(s.page.get_by_text("What can this bot do?")).to_be_visible()
    await s.shoot("toy-empty")
    await s.page.get_by_role("button", name="Start", exact=True).click()
    await expect(s.page.get_by_text("First one safety question.")).to_be_visible()
    await expect(s.page.get_by_text("What can this bot do?")).to_be_hidden()


async def test_a_tap_edits_the_message_in_place_and_shows_a_toast(scene: Open) -> None:
    s = await scene(toy)
    await s.write("/start")
    await s.page.get_by_role("button", name="None of these").click()
    await expect(s.page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    await expect(s.page.get_by_text("You chose none.")).to_be_visible()
    await expect(s.page.get_by_text("Welcome.")).to_have_count(0)
    await expect(s.page.get_by_text("edited")).to_be_visible()


async def test_formatting_is_shown_and_a_spoiler_opens_by_keyboard(scene: Open) -> None:
    s = await scene(toy)
    await s.write("format")
    for tag, text in {
        "b": "bold",
        "i": "italic",
        "u": "under",
        "s": "gone",
        "code": "code",
        "blockquote": "quoted",
    }.items():
        await expect(s.page.locator(f".bot {tag}", has_text=text)).to_be_visible()
    await expect(s.page.get_by_role("link", name="link")).to_have_attribute("href", "https://example.org/")
    await s.page.get_by_role("button", name="Hidden text, press to read").press("Enter")
    await expect(s.page.locator(".spoiler.seen")).to_have_text("secret")
    await s.page.get_by_role("button", name="/today").click()
    await expect(s.page.locator("article.me").last).to_contain_text("/today")


async def test_a_set_is_logged_rests_and_rings(scene: Open) -> None:
    s = await scene(toy)
    await s.write("done")
    await expect(s.page.locator(".me .reactions")).to_have_text("👍")
    await expect(s.page.get_by_role("button", name="✅ Done · squat 2")).to_be_visible()
    await s.page.get_by_role("button", name="+45 s").click()
    ringing = s.page.locator("article.rings")
    await expect(ringing).to_contain_text("Set 2 of 3.")
    await expect(ringing).to_have_attribute("aria-label", re.compile("with sound"))
    await expect(s.page.locator("#phone")).to_have_class(re.compile("buzz"))
    await expect(s.page.locator("article.bot", has_text="rest 45 s")).not_to_have_class(re.compile("rings"))
    await s.shoot("toy-rings")


async def test_an_own_message_is_edited_by_keyboard(scene: Open) -> None:
    s = await scene(toy)
    await s.write("10")
    await expect(s.page.locator("article.me")).to_have_text(re.compile("10"))
    field = s.page.get_by_label("Message", exact=True)
    await field.press("ArrowUp")
    await expect(s.page.get_by_text("Edit message")).to_be_visible()
    await s.write("11")
    await expect(s.page.get_by_text("Set 1 is now 11.")).to_be_visible()
    await expect(s.page.locator("article.me")).to_have_count(1)


async def test_a_reply_quotes_what_it_answers(scene: Open) -> None:
    s = await scene(toy)
    await s.write("card")
    await s.page.get_by_role("button", name=re.compile("More about: Air squat")).press("Enter")
    await s.page.get_by_role("menuitem", name="Reply").press("Enter")
    await s.write("that was 9")
    await expect(s.page.locator("article.me .quote")).to_contain_text("Air squat")


async def test_the_menu_of_commands(scene: Open) -> None:
    s = await scene(toy)
    field = s.page.get_by_label("Message", exact=True)
    await field.press_sequentially("/w")
    await expect(s.page.locator("#commands").get_by_role("option")).to_have_count(1)
    await field.press("Enter")
    await expect(s.page.locator("article.me")).to_contain_text("/week")


async def test_the_newest_message_stays_in_view_unless_one_reads_further_up(scene: Open) -> None:
    s = await scene(toy)
    for word in ("card", "format", "picture", "quiz", "done"):  # the last one brings a keyboard: less room
        await s.write(word)
    await expect(s.page.get_by_role("button", name="✅ Done · squat 2")).to_be_visible()
    await expect(s.page.locator("article.bot", has_text="rest 45 s")).to_be_in_viewport(ratio=1)
    for _ in ("away", "back"):
        await s.page.get_by_role("button", name="Keyboard of the bot").click()
    await expect(s.page.locator("article.bot", has_text="rest 45 s")).to_be_in_viewport(ratio=1)
    await s.page.locator("article").first.scroll_into_view_if_needed()
    await s.page.get_by_role("button", name="+45 s").click()
    await expect(s.page.locator("article.rings")).to_have_count(1)
    await expect(s.page.locator("article.rings")).not_to_be_in_viewport()
    await s.page.get_by_role("button", name="To the newest message").click()
    await expect(s.page.locator("article.rings")).to_be_in_viewport()


async def test_a_quiz_shows_right_and_wrong(scene: Open) -> None:
    s = await scene(toy)
    await s.write("quiz")
    await s.page.get_by_role("button", name="Quads").click()
    await expect(s.page.get_by_role("button", name="Quads (your answer, wrong)")).to_be_disabled()
    await expect(s.page.get_by_text("The calves push you off.")).to_be_visible()


async def test_a_picture_is_loaded(scene: Open) -> None:
    s = await scene(toy)
    await s.write("picture")
    picture = s.page.get_by_role("img", name=re.compile("An air squat"))
    await expect(picture).to_be_visible()
    assert await picture.evaluate("one => one.naturalWidth") == 480


async def test_a_pin_moves_the_phone_to_its_zone_and_tomorrow_is_local(scene: Open) -> None:
    s = await scene(toy)
    await s.page.get_by_label("Place").select_option(label="Tokyo")
    await s.page.get_by_role("button", name="Send pin").click()
    await expect(s.page.locator("#now-zone")).to_have_text("Asia/Tokyo")
    await s.page.get_by_role("button", name="Tomorrow 18:00").click()
    await expect(s.page.locator("#now-time")).to_have_text(re.compile("^18:0"))
    await expect(s.page.locator("#now-day")).to_have_text("Tuesday 24 November")


async def test_a_killed_coach_answers_after_the_restart(scene: Open) -> None:
    s = await scene(toy)
    await s.page.get_by_role("button", name="Kill").click()
    await expect(s.page.locator("#running")).to_have_text("killed")
    await s.write("card")
    await expect(s.page.locator("article.me")).to_contain_text("card")
    await expect(s.page.locator("article.bot")).to_have_count(0)
    await s.page.get_by_role("button", name="Start again").click()
    await expect(s.page.locator("article.bot")).to_contain_text("Air squat")


async def test_a_second_person_has_a_phone_of_their_own(scene: Open) -> None:
    s = await scene(toy)
    await s.write("card")
    await expect(s.page.locator("article.bot")).to_have_count(1)
    await s.page.get_by_label("Another person").fill("Ben")
    await s.page.get_by_role("button", name="Add").click()
    await expect(s.page.get_by_role("radio", name="Ben")).to_be_checked()
    await expect(s.page.locator("article")).to_have_count(0)
    await s.page.get_by_role("radio", name="Ada").click()
    await expect(s.page.locator("article.bot")).to_have_count(1)


async def test_files_and_what_the_page_refuses(scene: Open) -> None:
    s = await scene(toy)
    async with s.page.expect_file_chooser() as chooser:
        await s.page.get_by_role("button", name="File…").click()
    await (await chooser.value).set_files({"name": "log.csv", "mimeType": "text/csv", "buffer": b"a,b"})
    await expect(s.page.locator("article.me .file")).to_contain_text("log.csv")
    await s.page.get_by_label("Latitude").fill("91")
    await s.page.get_by_role("button", name="Send pin").click()
    await expect(s.page.get_by_role("alert")).to_contain_text("Latitude goes from -90 to 90")


async def test_everything_is_reached_by_tab_and_has_a_name(scene: Open) -> None:
    s = await scene(toy, size="phone", theme="dark")
    await s.write("card")
    await s.write("done")
    await expect(s.page.locator("article.bot")).to_have_count(2)
    await expect(s.page.get_by_role("button", name="Next reminder")).to_be_enabled()
    await s.shoot("toy-phone-dark")
    assert await s.page.evaluate(NAMELESS) == []
    reached = set()
    for _ in range(60):
        await s.page.keyboard.press("Tab")
        reached.add(await s.page.evaluate("document.activeElement.id || document.activeElement.innerText"))
    assert {
        "log",
        "Skip",
        "Hurts",
        "menu",
        "write",
        "attach",
        "send",
        "next",
        "kill",
        "another-name",
        "city",
        "theme",
    } <= reached
