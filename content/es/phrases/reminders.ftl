### Avisos y las respuestas a sus botones.

remind-day = <b>Hoy, fuerza</b> · { $session }. ¿Ya corriste, o hoy no toca? Entonces es el momento.
remind-day-light = <b>Hoy, fuerza ligera</b> · { $session }. { $sets ->
        [1] Una serie fácil de cada, no más.
       *[other] Dos series fáciles de cada, con margen de sobra.
    }
remind-late = Perdona, esto debía llegarte antes.
remind-snooze = Aquí está el aviso que pediste: <b>{ $session }</b>, cuando quieras.
remind-nudge = ¿Te animas hoy con { $session }? Diez minutos también cuentan. Si no, dímelo y busco otro día.
remind-eve = Mañana, { $day }, toca fuerza. Te aviso a las { $time }.
button-in-an-hour = En 1 h
button-tonight = Esta noche
button-tomorrow = Mañana
button-skip-day = Saltar
snoozed = Vuelvo a preguntar a las <b>{ $time }</b>.
snooze-too-late = Sería demasiado tarde para hoy. ¿Ahora, mañana o lo dejamos?
day-skipped = Hoy se queda sin hacer. Después no se dobla nada. Próximo día de fuerza: <b>{ $next }</b>.
day-moved = Pasado a mañana. Próximo día de fuerza: <b>{ $next }</b>.
day-not-moved = Mañana no encaja con lo que corres, así que dejé fuera lo de hoy. Próximo día de fuerza: <b>{ $next }</b>.
day-moved-to = Movida al { $date }. Próximo día de fuerza: <b>{ $next }</b>.
remind-start = Bien. Aquí va.
remind-tired = Las piernas cansadas son una razón. Descansar también es entrenar.
remind-running = Pues a correr; la fuerza se mueve si los días lo permiten.
remind-done = Bien hecho. ¿Lo apuntaste? Empiézala aquí para guardar los números, dime lo que hiciste (<b>3x10 sentadillas</b>), o déjala fuera.
remind-past = Esa hora ya pasó hoy. ¿Otra?
remind-dropped = El { $day } no pude avisarte; perdona. No se pierde nada ni se dobla nada.
remind-me-how = Te aviso los días de fuerza, a una hora fija. Cuando llegue el aviso, lo puedes aplazar. ¿Qué hora prefieres?
