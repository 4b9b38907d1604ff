### Un entreno: la ficha, la línea tras cada serie, descanso, planchas, deshacer, parar y el resumen.

button-done = ✅ Hecho · { $exercise } { $set }

card = { $lines }
card-head = <b>{ $exercise }</b> · serie <b>{ $set }</b> de { $sets }
card-target = { $target }
card-last = La última vez { $last }
card-rung = <i>{ $rung }</i>
card-cue = { $cue }
card-foot = { $bar } { $done }/{ $total } · después: { $next }
card-foot-last = { $bar } { $done }/{ $total } · el último ejercicio
card-foot-rest = { $bar } { $done }/{ $total } · descansa { $seconds } s
card-foot-ready = { $bar } { $done }/{ $total } · colócate, <b>{ $seconds } s</b>
card-foot-hold = { $bar } { $done }/{ $total } · quedan <b>{ $seconds } s</b>

target-reps = <b>{ $low }</b> { $low ->
        [one] repetición
       *[other] repeticiones
    }
target-range = <b>{ $low }–{ $high }</b> repeticiones
target-seconds = aguanta <b>{ $low } s</b>
target-reps-total = <b>{ $low }</b> { $low ->
        [one] repetición
       *[other] repeticiones
    }, los dos lados juntos
target-range-total = <b>{ $low }–{ $high }</b> repeticiones, los dos lados juntos
target-reps-each = <b>{ $low }</b> { $low ->
        [one] repetición
       *[other] repeticiones
    } por lado
target-range-each = <b>{ $low }–{ $high }</b> repeticiones por lado
target-with-weight = { $target } con <b>{ $kg }</b>

did-reps = { $count }
did-reps-sides = { $left } izquierda, { $right } derecha
did-seconds = { $count } s
did-seconds-sides = { $left } s izquierda, { $right } s derecha
did-weight = { $did } × { $kg }

button-plus = +15 s
button-go = Ya
button-rest-off = Sin temporizador
button-hold = Empezar { $seconds } s
button-down = Ya bajé
button-skip = Saltar
button-swap = Cambiar
button-how = Enséñame
button-hurts = Duele
button-stop = Parar
button-effort-easy = { $exercise }: fácil
button-effort-right = bien
button-effort-hard = muy duro
button-start = Empezar
button-start-again = Empezar otro
button-undo = Deshacer

workout-begins =
    { $sets ->
        [one] <b>Una serie</b> en total. Escribe <b>hecho</b> al acabar.
       *[other] <b>{ $sets } series</b> en total, primero { $exercise }. Calienta cinco minutos si puedes y escribe <b>hecho</b> tras cada serie.
    }

line = { $lines }
line-done = { $exercise } { $set }: <b>{ $did }</b>
line-done-many =
    { $many ->
        [one] { $exercise } { $set }: <b>{ $did }</b>
       *[other] { $exercise }: <b>{ $many } series</b> guardadas, la última <b>{ $did }</b>
    }
line-down = <b>Ya puedes bajar.</b> { $lines }
line-typo = Lo leí como «hecho». Si no era eso, escribe <b>deshacer</b>.
line-rest = descansa { $rest } s, luego serie { $set }
line-rest-new = descansa { $rest } s, luego { $exercise }
line-next = ahora serie { $set }
line-next-new = ahora { $exercise }

same-set = <b>{ $exercise }</b>, la serie { $set } de { $sets } sigue abierta: { $target }.
rest-over = <b>Serie { $set } de { $sets }.</b> { $exercise }, { $target }.
hold-over = <b>Ya puedes bajar.</b> Sigue: { $exercise }, serie { $set } de { $sets }, { $target }.
toast-hold = Colócate
toast-plus = 15 segundos más
toast-go = ¡Vamos!
toast-rest-off = Sin temporizador en este ejercicio
toast-effort = Apuntado
toast-stale = Este botón ya no vale.

set-already-logged = { $exercise } { $set } ya está apuntada. Ahora: { $due } { $due-set }.
message-already-logged = Ese mensaje ya está anotado. Ahora toca <b>{ $exercise }</b>, serie { $set } de { $sets }: { $target }.
set-not-due = { $exercise } { $set } aún no toca. Ahora: { $due } { $due-set }.
all-sets-done = Todas las series de este entreno están hechas.
no-workout = No hay ningún entreno abierto. ¿Empezamos el de hoy?
ask-another = Dos «hecho» en dos segundos. ¿Apunto otra serie?
button-another-yes = Sí, apúntala
button-another-no = No, era una
another-dropped = Vale, queda una.

skipped = { $exercise } fuera. Sigue: <b>{ $next }</b>.
skipped-last = { $exercise } fuera.
skip-nothing = Ya no queda nada que saltar.
undone = Quitada: { $exercise } { $set } ({ $did }). Ahora: <b>{ $due } { $due-set }</b>.
undone-closed = Quitada: { $exercise } { $set } ({ $did }). El entreno sigue cerrado.
unskipped = { $exercise } vuelve a estar dentro. Ahora: <b>{ $due } { $due-set }</b>.
unskipped-closed = { $exercise } vuelve a estar dentro.
undo-nothing = No hay ninguna serie que quitar.
corrected = { $exercise } { $set } es ahora <b>{ $did }</b>.

stop-ask = ¿Paramos aquí? <b>{ $done } de { $total }</b> series quedan guardadas igual.
button-end = Cerrar el entreno
button-keep = Seguir
stopped =
    { $sets ->
        [0] Cerrado. No se apuntó nada, y está bien así.
        [one] Cerrado con <b>una serie</b> guardada. El próximo objetivo parte de ahí.
       *[other] Cerrado con <b>{ $sets } series</b> guardadas. Los próximos objetivos parten de ahí.
    }
paused = En pausa. Guardo tu sitio; escribe <b>hecho</b> o pulsa el botón cuando vuelvas.
resumed = Seguimos. <b>{ $exercise }</b>, serie { $set } de { $sets }: { $target }.
stale-ask = Tu entreno sigue abierto en { $exercise }, serie { $set }. ¿Sigues o lo cierro?
closed-by-itself =
    { $sets ->
        [0] Cerré el entreno que quedaba abierto; no había nada apuntado.
        [one] Cerré el entreno que quedaba abierto: <b>una serie</b>, { $minutes } min.
       *[other] Cerré el entreno que quedaba abierto: <b>{ $sets } series</b>, { $minutes } min.
    }

summary = { $lines }
summary-head =
    { $sets ->
        [one] <b>Listo.</b> Una serie en { $minutes } min.
       *[other] <b>Listo.</b> { $sets } series en { $minutes } min.
    }
summary-head-short =
    { $sets ->
        [one] Una serie en { $minutes } min.
       *[other] { $sets } series en { $minutes } min.
    }
summary-week = <b>{ $done } de { $wanted }</b> esta semana.
button-why = ¿Por qué?

pain-where = Dejamos { $exercise }. ¿Cuánto duele ahora, de 0 a 10?
button-pain-low = 0–3
button-pain-mid = 4–5
button-pain-high = 6 o más
pain-kind = ¿Es agudo o de golpe, la articulación falla o se hincha, o notas adormecimiento?
button-pain-sharp = Sí, algo de eso
button-pain-dull = No, nada
pain-stop = Entonces este ejercicio acaba por hoy, y también lo que dé el mismo dolor. Una articulación que se bloquea o se hincha, o una pierna que no puedes apoyar: médico hoy. Una articulación que falla, o adormecimiento: en unos días. Otro dolor que dura dos semanas o vuelve cada vez que corres: médico o fisio.
pain-mild = Hasta 3 y sin ir a más, suele bastar con vigilarlo. Con 4 o 5, la versión más fácil o déjalo, y para si crece. Compara mañana por la mañana: si está peor, la próxima vez un paso más fácil; si sigue, que te lo miren.
button-pain-easier = Versión fácil
button-pain-swap = Otro ejercicio
button-pain-leave = Dejarlo
button-pain-end = Cerrar el entreno
pain-easier = { $exercise }, una versión más fácil: { $rung }
swapped = Sale { $old }, entra <b>{ $new }</b>.
swap-which = ¿Qué hacemos en vez de { $exercise }?
swap-none = Hoy no tengo otro ejercicio para eso. ¿Lo saltamos?
banned = { $exercise } está fuera de tu lista. En /settings vuelve.
button-exercise = { $exercise }
button-never = Nunca más
easier-none = De este no hay versión más fácil. ¿Otro ejercicio, o lo dejamos?
how =
    <b>{ $exercise }</b>
    { $start }
    { $cues }
    Fallo común: { $mistake }
    Respiración: { $breathing }
how-cue = • { $cue }

figure = { $exercise }

## Contado después

told =
    Apuntado para el <b>{ $date }</b>:
    { $lines }
told-future = Ese día aún no ha llegado. Apunto lo que ya está hecho.
told-undone = Quitado; no queda nada apuntado de eso.
button-take-back = Quitarlo
