### Ajustar un entreno: lo que nunca quieres, una semana ligera, lo que sigue a la escalera, un aviso pedido.

banned-later = Hoy va <b>{ $new }</b> en su lugar.
why-banned = Esto está donde iba un ejercicio que nunca quieres.

## Una semana ligera

deload-ask = ¿Hacemos ligera esta semana, hasta el domingo?
deload-on = Así que esta semana es ligera, hasta el domingo. Con <b>Más tarde</b> entrenas como estaba previsto.
button-light-keep = Ligera
button-light-later = Más tarde
deload-kept = Una semana ligera, hasta el domingo: dos series de cada uno, los mismos movimientos, con reserva al final. Luego, como antes.
deload-refused = Como estaba previsto, entonces. En dos semanas no te propongo otra, salvo que la pidas.

## Un aviso pedido

promised = Te aviso el { $when }.
promised-today = Te aviso a las <b>{ $time }</b>.
promised-in = Te aviso en <b>{ $minutes }</b> { $minutes ->
    [one] minuto
   *[other] minutos
 }.
promise-zone = Para eso necesito saber tu hora.
promise-when = ¿Cuándo? Por ejemplo <b>recuérdame en 2 horas</b> o <b>recuérdame mañana a las 7</b>.
promise-off = Entonces lo dejo.
promise-now = Me pediste un aviso: <b>{ $session }</b>. ¿Vamos?
promise-open = Me pediste un aviso: tu entrenamiento sigue abierto.
button-promise-off = Anular

## La distancia de una carrera

race-how-long = ¿Qué distancia tiene la carrera? De eso dependen los días libres de después.
button-race-short = hasta 10 km
button-race-half = media
button-race-long = maratón o más
race-length-kept = Anotado. Los tres días de antes y los <b>{ $days }</b> de después quedan libres de fuerza.

## El final de una escalera

change-exercise-top = <b>{ $exercise }</b>: el final de su escalera, y con reserva. Lo siguiente es peso (una mochila cargada, o mancuernas en /settings) u otro ejercicio con <b>Cambiar</b>. Hasta entonces sigue igual, lento y limpio: así mantienes lo que tienes.
change-exercise-top-hold = <b>{ $exercise }</b>: el final de su escalera, y con reserva. Aguantar más aporta poco; lo siguiente es otro ejercicio con <b>Cambiar</b>. Hasta entonces sigue igual: así mantienes lo que tienes.
change-exercise-top-weight = <b>{ $exercise }</b>: { $was_kg } ya es fácil y no queda nada más difícil con ese peso. Lo siguiente son { $kg }; dímelo cuando los tengas. Hasta entonces sigue igual, lento y limpio: así mantienes lo que tienes.
