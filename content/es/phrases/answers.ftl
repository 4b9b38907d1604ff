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
answer-amount = <b>{ $name }</b>: { $sets } { $sets ->
        [one] serie
       *[other] series
    } de { $target }, descanso { $low }–{ $high } s.

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
        [0] Eso no lo sé, lo siento. Sé de fuerza para corredores: pregunta por un músculo, un ejercicio o tu semana.
        [1] Ahí solo adivinaría, así que se lo dejo a otros. Fuerza, músculos, días y agujetas sí.
       *[other] Lo siento, eso está fuera de lo que sé. Puedo ayudar con los ejercicios, sus músculos y su sitio en tu semana.
    }
small-talk =
    { $turn ->
        [0] Aquí estoy. Pregunta por un músculo o un ejercicio, o mira /today.
        [1] Se me dan mejor las sentadillas que la charla; /today muestra lo que toca.
       *[other] Te leo. Di un músculo o un ejercicio, o mira /help.
    }
small-talk-hello = ¡Hola! Pregunta por un músculo o un ejercicio, o mira lo que toca con /today.
small-talk-thanks = Con gusto. /today muestra lo que toca.
small-talk-bye = Hasta pronto. Te guardo el sitio; /today te trae de vuelta.
small-talk-who = Soy un programa que entrena la fuerza de quien corre, con reglas y textos fijos. Ninguna persona lee esto, y no sustituyo a un médico.
small-talk-rude = Entonces no te he ayudado. Dime con otras palabras qué necesitas, o mira /help.
small-talk-no = De acuerdo. Cuando quieras: una pregunta, o /today.
small-talk-yes = Bien. Pregunta lo que quieras sobre fuerza para correr, o mira /today.
