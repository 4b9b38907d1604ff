"""What is put together from phrases and prose ends each sentence once."""

from __future__ import annotations

import pytest

from tests.dialogue import Stage


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_movement_shown_ends_its_sentences_once(stage: Stage, language: str) -> None:
    """The commonest mistake brings its own full stop; the phrase around it adds none."""
    me = stage.person(1002, language=language)
    await me.says("/start")
    await me.taps("None of these" if language == "en" else "Nada de esto")
    await me.says("/today")
    await me.taps(next(label for label in me.buttons if label.startswith(("Start", "Empezar"))))
    await me.taps("Show me" if language == "en" else "Enséñame")
    assert ".." not in me.transcript
