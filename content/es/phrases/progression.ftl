# Cambios: qué se propone para la próxima vez y por qué.
change-exercise-reps = <b>{ $exercise }</b>: { $to } { $to ->
        [one] repetición
       *[other] repeticiones
    } la próxima vez en vez de { $was }. Todas tus series fueron bien, así que una más en cada una.
change-exercise-seconds = <b>{ $exercise }</b>: { $to } s la próxima vez en vez de { $was }. Aguantaste todas las series, así que un poco más.
change-exercise-reps-first = <b>{ $exercise }</b>: { $to } { $to ->
        [one] repetición
       *[other] repeticiones
    } la próxima vez. El peso siguiente es { $kg }, un salto grande, así que antes unas repeticiones más.
change-exercise-set-first = <b>{ $exercise }</b>: una cuarta serie la próxima vez. El peso siguiente es { $kg }, un salto grande, así que antes una serie más.
change-exercise-weight = <b>{ $exercise }</b>: { $kg } la próxima vez en vez de { $was_kg }, y de vuelta a { $to } { $to ->
        [one] repetición
       *[other] repeticiones
    }. Dos sesiones seguidas te sobraban arriba del todo.
change-exercise-lighter = <b>{ $exercise }</b>: { $kg } la próxima vez en vez de { $was_kg }. Fue duro; antes que el peso van las repeticiones limpias.
change-exercise-level = <b>{ $exercise }</b>: toca una versión más difícil, desde { $to }: { $variation }. Dos sesiones seguidas te sobraban arriba del todo.
change-exercise-side = <b>{ $exercise }</b>: desde ahora contamos cada lado, { $to } por lado. El trabajo es casi el mismo; desde ahí crece.
change-exercise-set-back = <b>{ $exercise }</b>: de vuelta a { $sets } { $sets ->
        [one] serie
       *[other] series
    } la próxima vez. Esta fue bien.
change-exercise-fewer-sets = <b>{ $exercise }</b>: { $sets } { $sets ->
        [one] serie
       *[other] series
    } la próxima vez en vez de { $was }. Fue duro; lo mismo, un poco menos.
change-exercise-easier = <b>{ $exercise }</b>: una versión más fácil la próxima vez, desde { $to }: { $variation }. Así te guardas dos o tres buenas.
change-exercise-push-up = <b>{ $exercise }</b>: primero una forma más fácil, con la que salgan de 8 a 12: { $variation }.
change-exercise-deload = <b>{ $exercise }</b>: dos sesiones duras seguidas, así que la próxima es ligera: { $sets } { $sets ->
        [one] serie
       *[other] series
    } de { $to }. Descansando es como te pones más fuerte.
change-exercise-variation = <b>{ $exercise }</b>: tres semanas con la misma marca, así que otra variante desde { $to }: { $variation }. Un estímulo nuevo, sin más peso.

# Razones para un entreno más ligero
why-deload = Una semana ligera: dos series, los mismos ejercicios, y que te sobre bastante.
why-deload-due = Llevas unas semanas constantes, así que esta es ligera: dos series de cada.
why-deload-two-hard = Dos sesiones duras seguidas, así que semana ligera: dos series de cada.
why-deload-sore = Aún con agujetas tras tres días, así que semana ligera: dos series de cada.
why-deload-tired = Tras una enfermedad o dormir mal ayuda más una semana ligera: dos series de cada.
why-deload-big-week = Tu semana con más kilómetros, así que la fuerza es ligera: dos series de cada.
why-gap = Has tenido una pausa, así que empezamos un poco por debajo de donde estabas.
why-restart = Más de cuatro semanas sin fuerza: empezamos como en la semana uno y subimos desde ahí.
why-ill = Primeras sesiones tras la enfermedad: cortas y fáciles. Vuelven a crecer cuando a la mañana siguiente estás bien.
why-race = Tu carrera está cerca: menos fuerza ahora, para llegar con piernas frescas.
why-after-race = Primera sesión tras la carrera: una serie fácil de cada.
why-sore = Agujetas: hoy una serie menos, y solo hasta donde vaya bien.
why-rest-sore = Con tantas agujetas, hoy el mejor entreno es descansar. Un paseo suave va bien.
why-short = La versión corta: dos series de lo que más cuenta. Vale como sesión.
why-gentle = Un comienzo suave: dos series de cada en las dos primeras semanas.

# Lo que se elige sobre un cambio
change-keep = Se queda. { $exercise } cambia la próxima vez.
change-later = Pues más tarde. { $exercise } sigue como está dos semanas.
why-nothing = Aún no ha cambiado nada. Tras uno o dos entrenos ajusto una cosa cada vez, y te digo por qué.
button-keep-change = Dejarlo así
button-later = Más tarde
