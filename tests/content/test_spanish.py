"""Spanish is a folder: the same coach, asked and answered in another language."""

from datetime import date

import pytest

from bot.coach import hours
from bot.coach.answers import Answerer
from bot.coach.changes import understand
from bot.coach.replies import EXPECTED, read
from bot.coach.vocabulary import ReplyWords
from bot.coach.weeks_words import WeekWords
from content.library import HERE, open_library
from storage.records import Week
from tests.dialogue import Stage

LIBRARY = open_library()
SPANISH = LIBRARY.tongue("es-MX")
WORDS = ReplyWords.of(SPANISH.words["replies"], "es")
ANSWERER = Answerer.open(LIBRARY, "es")


def test_it_is_complete_and_found_by_its_code():
    assert LIBRARY.languages == ("en", "es")
    assert SPANISH.code == "es"
    assert SPANISH.name == "Español"
    assert SPANISH.phrase("stopped", sets="1").startswith("Cerrado con <b>una serie</b>")


def test_the_number_to_call_reads_well_where_it_is_known_and_where_not():
    unknown = SPANISH.phrase("safety-number-unknown")
    for phrase in ("fell", "safety-heart"):
        assert f"llama al {unknown}" in SPANISH.phrase(phrase, number=unknown).replace("ahora ", "")
    texts = [path.read_text("utf-8") for path in (HERE / "es" / "phrases").glob("*.ftl")]
    assert not [text for text in texts if " a { $number }" in text]
    assert not unknown.startswith("el ")


REPLIES = """
reps|hecho|done|
reps|Hecho!!|done|
reps|echo|done|
reps|ya está|done|
reps|vale|done|
reps|hice 12|done|12
reps|doce|done|12
reps|solo 8|done|8
reps|me salieron 9|done|9
timed|aguanté 40 segundos|done|40
timed|minuto y medio|done|90
weighted|10 con 8 kilos|done|10
reps|aún no|other|
reps|todavía no he terminado|other|
reps|me faltan 2|other|
reps|una más|other|
reps|saltar|skip|
reps|siguiente ejercicio|skip|
reps|no quiero hacer este|skip|
reps|lo dejo por hoy|stop|
reps|me tengo que ir|stop|
reps|dame un minuto|pause|
reps|voy al baño|pause|
reps|deshacer|undo|
reps|ups eran 11|undo|11
reps|perdón, 9|undo|9
reps|no puedo|fail|
reps|no pude con todas|fail|
reps|qué hacen los glúteos?|question|
reps|cuánto descanso|question|
"""


@pytest.mark.parametrize("row", REPLIES.split("\n")[1:-1])
def test_replies(row):
    kind, text, intent, value = row.split("|")
    reply = read(text, EXPECTED[kind], WORDS)
    said = reply.sets[0] if reply.sets else None
    assert (reply.intent, str((said and (said.reps or said.seconds)) or "")) == (intent, value)


FLAGS = """
chest|me duele el pecho y el brazo izquierdo
heart|tengo el corazón acelerado y no se calma
collapse|me desmayé corriendo
lung_clot|me falta el aire de repente y tengo la pierna hinchada
stroke|se me cae la cara y hablo raro
headache|el peor dolor de cabeza de mi vida
cauda|tengo dormida la entrepierna y dolor de espalda
rhabdo|mi orina es oscura como coca cola y me duelen los músculos
crisis|no quiero vivir
breathing|tengo los labios azules
deformity|me caí y no puedo apoyar el pie
head_injury|me di un golpe en la cabeza y he vomitado
clot|tengo una pantorrilla hinchada y caliente
achilles|noté un chasquido en el talón y no puedo ponerme de puntillas
joint|la rodilla bloqueada, no la puedo estirar
hip_fracture|dolor profundo en la ingle por la noche
blood_urine|hay sangre en mi orina
pregnancy|estoy embarazada y sangro
stress_fracture|me duele un punto concreto de la tibia
nerve|se me duerme el pie
low_energy|llevo meses sin regla
swelling|los dos tobillos hinchados cada tarde
lasting_pain|me duele la rodilla desde hace tres semanas
None|tengo las piernas muertas
None|tengo agujetas
None|sentadillas sin dolor de pecho
None|el corazón de la sesión son las sentadillas
None|me duele un poco la rodilla al bajar escaleras
None|mis piernas pesan después de la tirada larga
"""


@pytest.mark.parametrize("row", FLAGS.split("\n")[1:-1])
def test_red_flags(row):
    kind, text = row.split("|")
    flag = ANSWERER.safety.red_flag(text)
    assert (flag.kind if flag else "None") == kind
    if flag:
        assert SPANISH.phrase(flag.phrase, number="112")


QUESTIONS = """
muscle:quadriceps|para que quiero los cuadriceps
muscle:glutes|mi trasero no trabaja cuando corro
muscle:calves|que hace el soleo
muscle:hamstrings|me tira detras del muslo en las series
muscle:core|tengo el core flojo
muscle:hip_flexors|delante de la cadera me tira
exercise:plank|como hago la plancha
exercise:bent_over_row|que trabaja el remo
schedule|puedo entrenar el dia antes de la tirada larga
sets_reps_rest|cuantas series hago
soreness|me duelen los muslos desde ayer tras las sentadillas
red_flag|me duele el pecho
out_of_scope|que zapatillas me compro
smalltalk|hola
run:resistance|las cuestas sirven?
session:bodyweight|que hago si no tengo pesas
"""


@pytest.mark.parametrize("row", QUESTIONS.split("\n")[1:-1])
def test_questions(row):
    label, text = row.split("|")
    assert ANSWERER.answer(text).best == label


FOLLOWUPS = """
muscle:glutes|y cómo los entreno
muscle:glutes|¿y si son débiles?
muscle:calves|y los gemelos?
smalltalk|gracias
out_of_scope|qué zapatillas compro
sets_reps_rest|cuántas series
schedule|cuándo hago fuerza
"""


@pytest.mark.parametrize("row", FOLLOWUPS.split("\n")[1:-1])
def test_follow_ups_after_a_turn_about_glutes(row):
    label, text = row.split("|")
    assert ANSWERER.answer(text, context="muscle:glutes").best == label


CHANGES = """
move|pasa la fuerza del martes al miércoles
away|estoy fuera hasta el viernes
away|fuera durante 10 días
ill|estoy malo
set|mañana no corro
set|el jueves series
race|carrera el 14 de marzo
wanted|dos días por semana
swap|intercambia martes y jueves
days|elige tú los días
skip|salta la fuerza de mañana
reset|semana normal
None|qué día hago fuerza
None|me duele la rodilla
None|hecho
"""


@pytest.mark.parametrize("row", CHANGES.split("\n")[1:-1])
def test_changes_of_the_week(row):
    kind, text = row.split("|")
    week = Week(runner_id=1, days=("rest", "easy", "rest", "easy", "rest", "rest", "long"))
    words = WeekWords.of(SPANISH.words["week"])
    today, planned = date(2026, 11, 2), (date(2026, 11, 3), date(2026, 11, 6))
    change = understand(text, today=today, week=week, words=words, planned=planned)
    assert str(change and change.kind) == kind


@pytest.mark.parametrize(
    ("text", "minutes"), [("siete y cuarto", 435), ("6 de la tarde", 1080), ("21h", 1260)]
)
def test_hours(text, minutes):
    assert hours.readings(text, SPANISH.words["week"]) == (minutes,)


def test_the_models_are_built_from_the_wordings():
    pytest.importorskip("numpy")
    from bot.training import build

    for name, model in build(None, "es").items():
        assert tuple(model.lines()) == SPANISH.wordings[name]


async def test_a_whole_spanish_dialogue(stage: Stage):
    me = stage.person(2002, "Lucía", "es")
    await me.says("/start")
    me.hears("Hola, Lucía")
    await me.taps("Nada de esto")
    me.hears("1 de 3")
    await me.taps("Solo yo")
    await me.taps("Esta es mi semana")
    await me.taps("18:00")
    await me.says("Madrid")
    me.hears("Madrid")
    await me.says("/today")
    await me.taps("Empezar")
    me.hears("Sentadilla")
    await me.presses("✅ Hecho · sentadilla 1")
    me.hears("Sentadilla 1: 10")
    await me.says("doce")
    me.hears("Sentadilla 2: 12")
    await me.says("¿qué hacen los glúteos?")
    me.hears("muslo")
    await me.says("ups eran 11")
    me.hears("11")
    await me.says("sáltate las zancadas")
    me.hears("Hoy sin Zancada")
    await me.says("me duele el pecho")
    me.hears("llama ahora al 112")
    assert not [word for word in ("Done", "Set", "rest day", "squat") if word in me.transcript]
