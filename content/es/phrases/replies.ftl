# Respuestas a lo que no se puede apuntar tal como está. `text` es lo que escribió la persona, acortado.
reply-no-text = No me llegó ningún texto. Escribe <b>hecho</b>, o el número que hiciste.
reply-odd-number = No leo bien “{ $text }”. Escríbelo como un número simple, como 10.
reply-did-you-mean = ¿Querías decir <b>{ $word }</b>? Aún no se apuntó nada.
reply-that-number = ¿Hiciste <b>{ $number }</b>? Aún no se apuntó nada.
reply-reps-range = Las repeticiones son números enteros de 1 a { $most }; escribiste “{ $text }”. No se apuntó nada.
reply-seconds-range = Se aguanta de 1 a { $most } { $most ->
        [one] segundo
       *[other] segundos
    }; escribiste “{ $text }”. No se apuntó nada.
reply-kg-range = Ese peso parece raro: acepto hasta { $most } kg; escribiste “{ $text }”. No se apuntó nada.
reply-sets-range = Puedo apuntar hasta { $most } { $most ->
        [one] serie
       *[other] series
    } de una vez; escribiste “{ $text }”. No se apuntó nada.
reply-unit-reps = Este cuenta repeticiones, no tiempo. ¿Cuántas hiciste?
reply-unit-seconds = Este cuenta segundos. ¿Cuánto aguantaste?
reply-which = ¿Qué quieres decir con “{ $text }”? Aún no se apuntó nada.
