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
button-change = { $change }
change-taken-back = Deshecho; tu semana está como antes. Próximo día de fuerza: <b>{ $next }</b>.
