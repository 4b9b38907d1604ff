### Respuestas a las preguntas del propio entrenador, un entrenamiento detenido y palabras cortas que no son una serie.

## Dolor: la pregunta está abierta

pain-open-level = Mientras { $exercise } duela no apunto nada. Antes dime: ¿qué intensidad tiene ahora, de 0 a 10?
pain-open-kind = Aún no apunto nada. ¿Es agudo o repentino, falla o se hincha la articulación, o notas hormigueo? <b>sí</b> o <b>no</b>.
pain-open-choose = { $exercise } está parado porque dolía, así que no apunto nada de él. ¿Qué hacemos?

## Un entrenamiento detenido

held-ask = Me contaste una señal de alarma que alguien tiene que ver. No apunto nada. Sigue <b>solo si un profesional dijo que puedes</b>.
held-ask-soon = Me contaste algo que conviene que vean en los próximos días. No apunto nada. Sigue solo si no duele y un profesional dijo que puedes.
button-held-go = Dijo que puedo: seguir
held-kept = Buena decisión. El entrenamiento descansa; se cierra solo y lo hecho queda guardado.

## Sí o no

much-ask = ¿<b>{ $count }</b>? Es mucho para { $exercise }. ¿Lo apunto?
button-much-yes = Sí, { $count }
button-much-no = No
much-no = No apunté nada. ¿Cuántas fueron?
erase-how = Para estar seguros: escribe <b>borrar</b> o pulsa el botón. Aún no se borra nada.

## Palabras que no son una serie

rest-longer = { $seconds } { $seconds ->
        [one] segundo
       *[other] segundos
    } más de descanso.
rest-none = No hay descanso en marcha. La próxima serie, cuando quieras.
rest-ended = ¡Vamos!
effort-noted = Anotado: { $exercise } fue { $effort ->
    [easy] fácil
    [hard] demasiado duro
   *[right] justo
 }. El objetivo de la próxima vez lo tendrá en cuenta.
effort-later = Bueno saberlo. Dímelo otra vez tras la última serie de { $exercise }; entonces cambio el objetivo. Para una serie, responde <b>hecho</b>.
no-weight = { $exercise } cuenta sin peso, así que { $kg } no se apunta. ¿Cuántas fueron?
hold-cancelled = La cuenta se canceló; no apunté nada.
edit-nothing = Ese cambio no cambia nada; { $exercise } { $set } sigue en { $did }.
screen-first = Una pregunta va antes que todo lo demás:
zone-guess = No sé seguro dónde está “{ $text }”. ¿Es este tu reloj? Si no, escribe la ciudad grande más cercana o envía tu ubicación.

## A workout of the week that is only begun

week-day-begun = { $day }: { $kind } · ◐ fuerza empezada
week-day-begun-today = <b>{ $day }: { $kind } · ◐ fuerza empezada</b> (hoy)

## Dicho en mitad de una serie
fell = <b>¿Te has hecho daño?</b> Un golpe en la cabeza con confusión, náuseas o mucho dolor de cabeza, o una pierna que no te sostiene: llama al { $number }. Si te duele otra cosa: para y dime dónde. No se apunta nada.
button-fell-hurts = Me duele
button-fell-fine = Estoy bien, sigo
timer-skipped = Sin temporizador, solo esta vez.
timer-none = No hay temporizador en marcha.
mid-feeling = Te creo. Tómate el tiempo que necesites; la próxima serie espera.
mid-boring = Lo entiendo. Otro ejercicio para los mismos músculos está a un toque.
set-skipped = Una serie menos de { $exercise }: ahora la serie { $set } de { $sets }.
mid-position = { $exercise }, serie { $set } de { $sets }. { $left ->
    [one] Queda una serie
   *[other] Quedan { $left } series
}, unos { $minutes } min; llevas { $gone } min.
mid-hurts-button = <b>Duele</b> para este ejercicio y hace dos preguntas cortas: cuánto duele y si es agudo. Luego eliges: más fácil, otro ejercicio o dejarlo. Mientras tanto no se apunta nada.
weight-left-out = { $exercise } cuenta sin peso, así que { $kg } no se guarda.
without-today = Hoy sin { $exercise }.

## Un dolor sin entreno en marcha
ache-ask = Lo siento. ¿Cuánto duele ahora, de 0 a 10, y desde cuándo? De qué viene no lo puedo saber. Si es agudo, se hincha, se duerme, te falla o no puedes apoyar: no entrenes con ello y que lo miren.
ache-low = Hasta 3 y sordo suele poder entrenarse: vigílalo y para lo que lo aumente o te haga cojear. Si mañana está peor, un paso más fácil. Más de dos semanas, o en cada carrera: médico o fisio.
ache-mid = Con 4 o 5 haz solo lo que no lo aumente: versiones fáciles, menos profundidad, una serie menos. A la mañana siguiente tiene que estar como antes; si no, déjalo. Más de dos semanas, o en cada carrera: médico o fisio.
ache-high = Entonces deja todo lo que lo provoque. Si cojeas o no puedes apoyar, si se hincha, se bloquea o empeora: al médico hoy. Si no mejora en unos días: médico o fisio.
ache-better = Me alegro. Vuelve poco a poco: empieza por lo que no duele y, si reaparece, dímelo.
