### Alrededor de las respuestas: el marco, la pregunta de vuelta, lo que no se entiende, la charla y la vuelta a la serie.

credit = <i>Fuente: { $parts }</i>
credit-article = el artículo
credit-corrected = el artículo, más exacto
credit-research = estudios ({ $who })
credit-ours = regla nuestra de entreno

answer =
    <b>{ $title }</b>
    { $text }

    { $credit }
answer-two =
    <b>{ $first }</b>
    { $text }

    <b>{ $second }</b>
    { $other }
answer-how =
    <b>{ $name }</b>
    { $start }
    { $cues }
    <i>{ $breathing } { $tempo }</i>
answer-cue = { $number }. { $cue }
answer-easier-harder =
    <b>Más fácil:</b> { $easier }
    <b>Más difícil:</b> { $harder }
answer-amount = <b>{ $name }</b>: { $sets } series de { $target }, descanso { $low }–{ $high } s.

answer-in-plan =
    { $main ->
        [none] Ningún ejercicio de tu sesión tiene <b>{ $muscle }</b> como objetivo principal. { $helper ->
            [none] Tampoco ayuda ninguno.
           *[other] Ayudan: { $helper }.
        }
       *[other] En tu sesión, lo principal para <b>{ $muscle }</b> viene de { $main }. { $helper ->
            [none] { "" }
           *[other] Ayudan: { $helper }.
        }
    }
answer-addon = Puedes añadir { $addon }. Es idea nuestra, no del artículo.

button-answer-more = Cuéntame más
button-answer-other = No era eso

answer-which = ¿Cuál dices?
answer-other = Perdona, fallé. ¿Es alguno de estos?
answer-other-none = Ninguno

topic-overview = los seis grupos de músculos
topic-schedule = los mejores días
topic-sets = series, repeticiones y descanso
topic-soreness = agujetas

not-understood =
    { $turn ->
        [0] No lo entendí. Sé de los seis grupos de músculos, los ejercicios, series y descanso, los mejores días y las agujetas.
        [1] Eso me supera, al menos dicho así. Prueba con un músculo, un ejercicio o "qué días".
       *[other] Aún no sé qué quieres decir. /help muestra qué puedes decir.
    }
out-of-scope =
    { $turn ->
        [0] Eso no es lo mío: sé de fuerza para corredores, no de zapatillas, comida ni planes de carrera. Pregunta por un músculo, un ejercicio o tu semana.
        [1] Ahí solo adivinaría, así que se lo dejo a otros. Fuerza, músculos, días y agujetas sí.
       *[other] Lo siento, eso está fuera de lo que sé. Puedo ayudar con los ejercicios, sus músculos y su sitio en tu semana.
    }
small-talk =
    { $turn ->
        [0] Con gusto. Entreno la fuerza de quien corre: pregunta por un músculo o un ejercicio, o mira /today.
        [1] Qué bien leerte. Se me dan mejor las sentadillas que la charla; /today muestra lo que toca.
       *[other] Aquí estoy. Escribe "hecho", un número, o pregunta por un músculo.
    }
