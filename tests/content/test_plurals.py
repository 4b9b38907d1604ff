"""One is one: no phrase says "1 sets", whichever of its facts is one, in any language."""

from __future__ import annotations

import re

import pytest

from content.library import HERE, open_library
from content.mistakes_phrases import declared

MANY = {
    "en": "sets reps seconds minutes hours days weeks months people workouts sessions times messages letters runs "
    "exercises questions reminders races updates",
    "es": "series repeticiones segundos minutos horas días semanas meses personas entrenamientos sesiones veces entrenos "
    "mensajes cartas ejercicios preguntas recordatorios carreras avisos actualizaciones",
}
ONE = {
    "en": "set rep second minute hour day week person workout session message letter exercise question",
    "es": "serie repetición segundo minuto hora día semana persona entrenamiento entreno sesión "
    "mensaje carta ejercicio pregunta",
}
NOT_ONE = {
    ("progress", "weeks"),  # several numbers in one fact: "3 5 6 sets a week"
    ("stop-ask", "total"),  # "0 of 1 sets are saved"
}


def words(number: int, nouns: str) -> re.Pattern[str]:
    """The number, perhaps bold, before one of the nouns."""
    return re.compile(rf"(?<![\d.,–-]){number}(?:</b>)? (?:<b>)?(?:more |más )?({'|'.join(nouns.split())})\b")


def wrong(language: str, number: int, nouns: str) -> list[str]:
    tongue, pattern = open_library().tongue(language), words(number, nouns)
    found = []
    for phrase, facts in sorted(declared(HERE, language).items()):
        for counted in sorted(fact for fact in facts if (phrase, fact) not in NOT_ONE):
            said = tongue.phrase(phrase, **dict.fromkeys(facts, "7") | {counted: str(number)})
            found += [f"{phrase} (${counted}): {hit[0]}" for hit in pattern.finditer(said)]
    return found


@pytest.mark.parametrize("language", sorted(MANY))
def test_one_is_one(language: str):
    assert wrong(language, 1, MANY[language]) == []


@pytest.mark.parametrize("language", sorted(ONE))
@pytest.mark.parametrize("number", [0, 2])
def test_none_and_two_are_many(language: str, number: int):
    assert wrong(language, number, ONE[language]) == []
