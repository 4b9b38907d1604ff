"""What is put together from phrases and prose ends each sentence once."""

from __future__ import annotations

import pytest

from content.library import open_library
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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("change", ["level", "easier", "push-up", "variation"])
def test_a_variation_named_ends_its_sentence(language: str, change: str) -> None:
    """Variations are words without a full stop ("slow squat, 3 s down"): the phrase brings it."""
    tongue = open_library().tongue(language)
    said = tongue.phrase(f"change-exercise-{change}", exercise="x", to="8", variation="slow squat")
    assert "slow squat." in said
