### La semana y el plan tal como se muestran.

week =
    <b>Esta semana</b> · fuerza { $done } de { $wanted }
    { $lines }
week-day = { $day }: { $kind }
week-day-today = <b>{ $day }: { $kind }</b> (hoy)
week-day-planned = { $day }: { $kind } · 💪 fuerza
week-day-planned-today = <b>{ $day }: { $kind } · 💪 fuerza</b> (hoy)
week-day-done = { $day }: { $kind } · ✅ fuerza hecha
week-day-done-today = <b>{ $day }: { $kind } · ✅ fuerza hecha</b> (hoy)
week-day-missed = { $day }: { $kind } · fuerza sin hacer
week-day-missed-today = <b>{ $day }: { $kind }</b> (hoy)
week-day-skipped = { $day }: { $kind } · fuerza fuera
week-day-skipped-today = <b>{ $day }: { $kind } · fuerza fuera</b> (hoy)
week-day-moved = { $day }: { $kind } · fuerza movida
week-day-moved-today = <b>{ $day }: { $kind } · fuerza movida</b> (hoy)
plan-date = <b>{ $date }</b> · { $session }. { $why }
button-suggest-rest = ¿{ $day } de descanso?
button-suggest-easy = ¿{ $day } de rodaje suave?
button-by-hand = Elegir yo los días
button-picked = ● { $day }
button-not-picked = ○ { $day }
button-hand-keep = Usar estos días
button-hand-ours = Elige tú
hand-ask =
    <b>¿Qué días para la fuerza?</b> Toca tres como mucho. Esto significa tu elección:
    { $lines }
hand-no-rest = Así no queda ningún día de descanso libre del todo; un día entero sin nada cada semana te vendría bien.
hand-weekend = Domingo y lunes van seguidos: cada semana uno de los dos cede.
hand-too-many = <b>{ $day }</b>: uno de más; la fuerza va tres veces por semana como mucho, y una en la semana de carrera.
hand-ours = Yo elegiría { $days }.
week-missed = La sesión del { $day } no se hizo. Se queda fuera; no se suma nada.
week-following = Tus semanas alternan. La próxima: { $week }
button-change = { $change }
change-taken-back = Deshecho; tu semana está como antes. Próximo día de fuerza: <b>{ $next }</b>.
