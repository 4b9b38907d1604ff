### La semana: días, razones, cambios, zonas, horas y avisos.

plan-day-0 = lunes
plan-day-1 = martes
plan-day-2 = miércoles
plan-day-3 = jueves
plan-day-4 = viernes
plan-day-5 = sábado
plan-day-6 = domingo
plan-day-short-0 = lun
plan-day-short-1 = mar
plan-day-short-2 = mié
plan-day-short-3 = jue
plan-day-short-4 = vie
plan-day-short-5 = sáb
plan-day-short-6 = dom
plan-kind-rest = descanso
plan-kind-easy = rodaje suave
plan-kind-hard = entreno duro
plan-kind-long = tirada larga
plan-kind-race = carrera

why-day-easy-rest-tomorrow = <b>{ $day }</b>: un rodaje suave con un descanso al día siguiente. Tus piernas se recuperan enseguida.
why-day-easy-rest-yesterday = <b>{ $day }</b>: un rodaje suave, y llegas con las piernas descansadas.
why-day-free-rest-tomorrow = <b>{ $day }</b>: ese día no corres, y el siguiente también queda libre.
why-day-free-rest-yesterday = <b>{ $day }</b>: ese día no corres, y el anterior queda libre.
why-day-easy-only = <b>{ $day }</b>: sin descanso al lado, así que va tras un rodaje suave, el segundo mejor sitio.
why-day-hard-rest-tomorrow = <b>{ $day }</b>: el día antes de tu descanso. Primero el entreno duro, la fuerza seis horas después o más.
why-day-hard-easy-tomorrow = <b>{ $day }</b>: el mejor sitio que queda: horas después del entreno duro, y los días suaves siguen suaves. Es una regla nuestra.
why-day-free-single = <b>{ $day }</b>: aquí ningún día de correr le va bien a la fuerza, así que uso un día libre. Otro queda libre del todo.
why-day-by-hand = <b>{ $day }</b>: este día lo elegiste tú.

why-day-moved = <b>{ $day }</b>: movida aquí desde el { $other }.
why-day-instead = <b>{ $day }</b>: toma el sitio del { $other }, con al menos un día entre dos de fuerza.

why-day-long = <b>{ $day }</b>: con la tirada larga basta por un día.
why-day-race = <b>{ $day }</b>: día de carrera.
why-day-near-race = <b>{ $day }</b>: muy cerca de la carrera. Los tres días de antes y de dos a siete de después, según la distancia, quedan sin fuerza.
why-day-only-rest = <b>{ $day }</b>: tu único descanso. Queda libre.
why-day-novice-hard = <b>{ $day }</b>: en tus primeras semanas de fuerza, los días duros son para correr.
why-day-hard-before-hard = <b>{ $day }</b>: un entreno duro con otro exigente al día siguiente; no hay sitio para fuerza.
why-day-race-week-hard = <b>{ $day }</b>: en semana de carrera no hay fuerza en día duro.
why-day-race-week-free = <b>{ $day }</b>: en semana de carrera un día libre suelto queda libre.
why-day-blocked = <b>{ $day }</b>: no disponible.
why-day-closed-paused = <b>{ $day }</b>: estamos en pausa.
why-day-closed-away = <b>{ $day }</b>: estás fuera.
why-day-closed-ill = <b>{ $day }</b>: no estás bien. Primero, descansar.
why-day-closed-just-well = <b>{ $day }</b>: acabas de recuperarte; un día libre antes de volver a la fuerza.
why-day-closed-race = <b>{ $day }</b>: muy cerca de la carrera. Los tres días de antes y de dos a siete de después, según la distancia, quedan sin fuerza.
why-day-too-low = <b>{ $day }</b>: { $reason }
why-day-too-close = <b>{ $day }</b>: muy cerca del { $other }. Entre dos días de fuerza hay al menos uno.
why-day-last-rest = <b>{ $day }</b>: así no quedaría ningún descanso libre.
why-day-good-too = <b>{ $day }</b>: también es un buen día; los elegidos encajan mejor juntos.
why-day-before-hard = al día siguiente viene un entreno duro.
why-day-before-long = al día siguiente viene la tirada larga.
why-day-low = los días de alrededor le van menos bien a la fuerza.

why-day-light-hard = Después viene un entreno duro, así que esta es ligera.
why-day-light-long = Después viene la tirada larga, así que esta es ligera.
why-day-light-race = Es semana de carrera, así que esta es ligera.
why-day-taper = La carrera está cerca: ahora bastan dos series.
why-day-after-race = La primera tras la carrera: una serie, fácil.
why-day-after-ill-1 = La primera tras la enfermedad: una serie fácil de cada.
why-day-after-ill-2 = La segunda tras la enfermedad: dos series.

plan-days = <b>Fuerza el { $days }.</b>
plan-none = Esta semana no pongo fuerza: no queda ningún día que le vaya bien.
plan-fewer-1 = Esta semana solo encontré un buen día; otro te costaría calidad o descanso. Una por semana mantiene lo que tienes.
plan-fewer-2 = Esta semana encontré dos buenos días; un tercero te costaría calidad o descanso. Dos bastan.
plan-race-week = Semana de carrera: como mucho una sesión ligera, y dejarla también está bien.
plan-no-rest-day = Una semana sin descanso tiene su propio riesgo.
plan-suggest-rest = Si el { $day } fuera de descanso, cabría fuerza el { $days }. Solo si quieres.
plan-suggest-easy = Si el { $day } fuera un rodaje suave, cabría fuerza el { $days }. Solo si quieres.
plan-suggest-rest-none = Haz del { $day } un descanso y vuelvo a mirar.
plan-two-eased = Aflojar dos días ({ $first } rodaje suave, { $second } libre) dejaría sitio para una buena sesión el { $days }.
plan-three-novice = Tres por semana es el techo. ¿Empiezas ahora con la fuerza? Dos son de sobra.

plan-typed-letters = Una semana son siete letras de lunes a domingo: R descanso, E suave, H duro, L larga, X carrera. Por ejemplo: R E R H R R L
plan-typed-count = Necesito siete días, de lunes a domingo, y conté { $count }.
plan-typed-wanted = La fuerza va uno, dos o tres días por semana.

hour-which = ¿Es de la mañana o de la tarde, u otro minuto? Toca la hora que dices.
hour-choice = { $time }
hour-none = “{ $text }” no es una hora que conozca. Prueba <b>7:30</b>, <b>19:00</b> o <b>7 de la tarde</b>.
hour-shifted = El { $day } los relojes saltan las { $time }; ese día vengo a las <b>{ $really }</b>.
zone-which = Hay más de un sitio para “{ $text }”. ¿Cuál es el tuyo?
zone-offset = “{ $text }” solo no me dice cuándo cambian tus relojes en verano. ¿Cuál te queda más cerca? O escribe tu ciudad.
zone-no-offset = Ahora mismo ningún lugar del mundo encaja con “{ $text }”. Escribe la ciudad grande más cercana o manda tu ubicación.
zone-unknown = No conozco la zona horaria “{ $text }”. Escribe la ciudad grande más cercana o manda tu ubicación.
zone-clock = En estos sitios es esa hora ahora. ¿Cuál es el tuyo? O escribe tu ciudad.
zone-travel = ¿Estás en otro sitio por ahora? Toca, y los avisos siguen el reloj de allí hasta el <b>{ $date }</b>. Si no, todo queda como está.
zone-travelling = Hasta el <b>{ $date }</b>; después te pregunto si ya estás en casa.
zone-home-again = ¿De vuelta en casa? Entonces los avisos siguen el reloj de { $place }.
button-zone-back = Volver a { $place }
button-zone-stay = Seguir con { $place }
zone-choice = { $place } · { $time }

## Un día elegido a mano que no es el mejor

why-day-but-long = Es el día de tu tirada larga, así que haz la fuerza corta y horas después de correr.
why-day-but-only-rest = Es tu único descanso; un día libre del todo te vendría bien.
why-day-but-novice-hard = Estás empezando con la fuerza y ese día corres duro: primero corre, y que la fuerza sea ligera.
why-day-but-hard-before-hard = Ese día corres duro y al siguiente también; los dos entrenos pueden salir peor.
why-day-but-race-week-hard = Es semana de carrera y día duro; dejarla está bien.
why-day-but-race-week-free = Es semana de carrera; dejarla está bien.

## Cambios dichos con palabras

change-said-set = Apuntado para el { $days }.
change-said-set-lasting = Apuntado para cada { $days } desde ahora.
change-said-swap = El { $day } y el { $other } cambian de sitio.
change-said-swap-lasting = El { $day } y el { $other } cambian de sitio cada semana.
change-said-pattern = Tu semana nueva está apuntada: { $week }.
change-said-alternate = Esta semana { $this }, la próxima { $following }, y así.
change-said-wanted-1 = Un día de fuerza por semana desde ahora.
change-said-wanted-2 = Dos días de fuerza por semana desde ahora.
change-said-wanted-3 = Tres días de fuerza por semana desde ahora.
change-said-away = Fuera del { $first } al { $last }. Esos días no hay avisos.
change-said-ill = Apuntado: no estás bien del { $first } al { $last }. Esos días sin fuerza, y las dos primeras sesiones después son cortas.
change-said-ill-open = Apuntado: no estás bien desde el { $first }. Descansa; no hay avisos. Dime cuando te encuentres bien. Con fiebre, síntomas en el pecho o dolor de cuerpo, nada de entreno.
change-said-back = Qué bien que hayas vuelto. El plan sigue desde el { $day }.
change-said-well = Me alegro. El { $day } queda libre, y luego una serie fácil de cada para empezar.
change-said-race = Tu carrera es el { $day }. Menos series en las dos semanas de antes, y nada de fuerza en los tres últimos días.
change-said-no-race = La carrera ya no está en el plan.
change-said-days = Fuerza el { $days }, como elegiste.
change-said-days-ours = Vuelvo a elegir yo los días de fuerza.
change-said-move = La fuerza pasa del { $day } al { $other }.
change-said-skip = Sin fuerza el { $days }.
change-said-reset = De vuelta a tu semana de siempre.

change-run = { $day }: { $was } → <b>{ $now }</b>
change-strength-no-room = Tu semana de carrera no deja sitio para más, así que los días se quedan como están hasta que lo haya; /plan dice por qué.
change-strength-same = Tus días de fuerza se quedan como están.
change-strength-moves = Fuerza: { $gone } → <b>{ $come }</b>
change-strength-comes = Ahora también fuerza el <b>{ $days }</b>.
change-strength-goes = Sin fuerza el { $days }.
change-strength-lighter = La fuerza se queda, pero ligera el { $days }.

change-ask-meant = ¿Querías decir esto?
change-ask-date = ¿Qué día es?
change-ask-alternate = ¿Semanas que alternan? Escribe catorce letras desde el lunes: las siete de esta semana y las de la próxima. Por ejemplo: <code>R E R H R R L R E R E R R L</code>
change-ask-which-week = ¿Cuál de estas? Van por turnos.
change-ask-race-date = ¿Qué día es la carrera? Por ejemplo <b>carrera el 14 de marzo</b>.
change-ask-until = ¿Hasta cuándo? Por ejemplo <b>fuera hasta el 5</b> o <b>fuera durante 10 días</b>.
change-ask-wanted = La fuerza va uno, dos o tres días por semana. ¿Cuántos serán?
change-ask-run-days = ¿Qué días corres? Me lo dicen siete letras de lunes a domingo: R descanso, E suave, H duro, L larga. Por ejemplo: R E R H R R L
change-ask-days = ¿Qué días te van bien para la fuerza? Por ejemplo <b>fuerza el lunes y el jueves</b>; o di <b>elige tú</b>.
change-ask-swap = ¿Qué dos días cambian de sitio? Por ejemplo <b>intercambia martes y jueves</b>.
change-ask-kind = ¿Qué toca correr el { $day }?
change-nothing = Ya está así.
