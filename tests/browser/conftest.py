"""A real Chromium, and the preview page around a coach; skipped where there is no Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.preview.page import serve
from bot.preview.stage import Build, Stage

MISSING = "no Chromium on this machine (Debian: apt-get install chromium)"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
FLAGS = f"{QUIET} --disable-sync --no-first-run --mute-audio".split()
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # a start that makes every picture the same
ALBUM = Path(os.environ["SCREENSHOTS"]) if os.environ.get("SCREENSHOTS") else None
CUT_OUT = "html, body { background: transparent !important } .phone { box-shadow: none !important }"
SIZES = {"desk": (1320, 900), "phone": (390, 844)}


def find_chromium() -> str | None:
    """The path of a Chromium on this machine (CHROMIUM names another one)."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it aloud when the browser tests were left out."""
    if not find_chromium():
        terminalreporter.write_line(f"browser tests skipped: {MISSING}")


expect.set_options(timeout=20_000)  # a coach of real speed says one message a second


@dataclass(frozen=True)
class Scene:
    """An open page and the stage behind it."""

    page: Page
    stage: Stage

    async def shoot(self, name: str, after: int = 350) -> None:
        """The page and the phone alone, `after` ms, into the folder SCREENSHOTS if it is named."""
        if not ALBUM:
            return
        ALBUM.mkdir(parents=True, exist_ok=True)
        await self.page.mouse.move(2, 2)
        await self.page.evaluate("document.activeElement.blur()")
        await self.page.wait_for_timeout(after)
        await self.page.screenshot(path=ALBUM / f"{name}.png")
        path = ALBUM / f"{name}-phone.png"
        await self.page.locator("#phone").screenshot(path=path, omit_background=True, style=CUT_OUT)

    async def write(self, text: str) -> None:
        """Type into the message field and send."""
        field = self.page.get_by_label("Message", exact=True)
        await field.fill(text)
        await field.press("Enter")


Open = Callable[..., Awaitable[Scene]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the tests of a file; each page is a private window of its own."""
    path = find_chromium() or pytest.skip(MISSING)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="module")
async def scene(browser: Browser, tmp_path: Path) -> AsyncIterator[Open]:
    """Opens the page around a coach; an error in the page fails the test."""
    wrong: list[str] = []
    async with AsyncExitStack() as stack:

        async def open_it(builder: Build, *, size: str = "desk", theme: str = "light") -> Scene:
            stage = Stage(builder=builder, folder=tmp_path)
            stage.clock.jump_to(MONDAY)
            await stage.start()
            stack.push_async_callback(stage.close)
            address = await stack.enter_async_context(serve(stage, 0))
            width, height = SIZES[size]
            page = await browser.new_page(
                viewport={"width": width, "height": height},
                device_scale_factor=float(os.environ.get("SCREENSHOTS_SCALE", "1")),
                color_scheme=theme,
                timezone_id="Europe/Berlin",
            )
            stack.push_async_callback(page.close)
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("console", lambda word: wrong.append(word.text) if word.type == "error" else None)
            page.set_default_timeout(20_000)
            await page.goto(address)
            return Scene(page, stage)

        yield open_it
    assert wrong == []
