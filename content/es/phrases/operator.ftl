### El perfil del bot en Telegram y lo que solo ve o envía quien lo opera.

## El perfil: como máximo 64, 512 y 120 caracteres de texto sin formato

profile-name = Strongstride
profile-description = Fuerza para quienes corren, serie a serie. Planifico dos sesiones cortas por semana junto a tus días de descanso, te guío con palabras e imágenes en movimiento, recuerdo cada serie y respondo preguntas sobre los músculos al correr. Basta una palabra: hecho. Doy información, no consejo médico.
profile-short = Entrenador de fuerza para quienes corren: elige los días, cuenta las series, explica los músculos.

## Las órdenes de quien opera el bot

command-stats = Cómo va el bot
command-announce = Escribir a todos
stats =
    <b>Personas</b>: { $people }, { $reachable } localizables; { $week } activas en 7 días, { $month } en 28
    <b>Últimos 7 días</b>: { $workouts } { $workouts ->
        [one] entreno
       *[other] entrenos
    }, { $sets } { $sets ->
        [one] serie
       *[other] series
    }
    <b>Mensajes en 48 h</b>: { $sends }
    <b>Avisos en 7 días</b>: { $reminders }
    <b>En espera</b>: { $inbox } { $inbox ->
        [one] carta
       *[other] cartas
    }, { $outbox } { $outbox ->
        [one] mensaje
       *[other] mensajes
    }; apartadas: { $dead }
stats-none = ninguno
stats-count =
    { $name ->
        [pending] en espera
        [sending] en camino
        [sent] enviados
        [unknown] sin saber si llegaron
        [dead] rechazados
        [expired] demasiado tarde
        [moot] ya innecesarios
        [replaced] sustituidos
        [queued] salidos
        [late] con retraso
       *[other] { $name }
    } { $count }
announce-how = Escribe el anuncio detrás de la orden: /announce El viernes cambiamos de servidor.
announce-ask =
    Esto va a <b>{ $people }</b> { $people ->
        [one] persona
       *[other] personas
    }, despacio, después de respuestas y avisos. Así se verá:

    { $preview }
button-announce-yes = Enviar
button-announce-no = No enviar
announce-none = Nadie quiere anuncios.
announce-begun = Va en camino a { $people } { $people ->
        [one] persona
       *[other] personas
    }.
announce-dropped = No se envió nada.
announcement =
    <b>Noticias de quien opera tu entrenador</b>
    { $text }

    <i>/settings, «Noticias» las apaga.</i>

## Preguntas que nadie ha respondido aún, guardadas con permiso

command-unanswered = Preguntas sin respuesta
unanswered =
    <b>{ $count } { $count ->
        [one] pregunta
       *[other] preguntas
    } sin respuesta</b>, las nuevas primero · página { $page } de { $pages }
    { $lines }

    <i>De personas que dieron permiso, sin sus nombres. Cada una se borra a los 90 días.</i>
unanswered-line = • { $text } <i>({ $language }{ $people ->
        [one] { "" }
       *[other] , { $people } personas
    })</i>
unanswered-none = Ninguna pregunta espera respuesta.
unanswered-off = No se guardan preguntas: falta NOTES_KEY.
button-unanswered-newer = ‹ Más nuevas
button-unanswered-older = Más antiguas ›
