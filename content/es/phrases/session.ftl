### Ajustar un entreno: material, tiempo, calentamiento, agujetas, dolores recordados, extras, corregir entrenos pasados, por qué.

## Material de hoy

kit-today-none = Hoy sin mancuernas: toca la sesión sin material. Mañana todo vuelve a ser como antes.
kit-today-dumbbells = Hoy con mancuernas. Bien.
kit-rebuilt-none = Hoy sin mancuernas: lo que queda sigue sin ellas. Lo hecho está guardado.
kit-rebuilt-dumbbells = Con mancuernas: la sesión de hoy es la de pesas.

## Poco tiempo

short-now =
    { $sets ->
        [one] { $minutes } { $minutes ->
        [one] minuto
       *[other] minutos
    }: <b>una serie más</b>, la más útil. Cuenta como sesión.
       *[other] { $minutes } { $minutes ->
        [one] minuto
       *[other] minutos
    }: <b>{ $sets } series más</b>, las más útiles. Cuenta como sesión.
    }
short-fits = { $minutes } { $minutes ->
        [one] minuto
       *[other] minutos
    } bastan para todo.

## Calentamiento

button-warm-up = Calentar, 5 min
warm-up =
    <b>Calentamiento</b>, cinco minutos, no cuenta:
    { $lines }
    Sáltatelo cuando quieras. Después: la serie 1.
warm-up-1 = • 2 min andando a paso vivo o trote suave en el sitio
warm-up-2 = • 10 balanceos de pierna por lado, con apoyo
warm-up-3 = • 10 medias sentadillas lentas
warm-up-4 = • 10 círculos de brazos y 10 de cadera en cada sentido

## Temporizador de descanso

rest-timer-off = Sin temporizador de descanso. Descansa lo que necesites; <b>con temporizador</b> o /settings lo devuelve.
rest-timer-on = El temporizador de descanso vuelve, en todos los ejercicios.

## Agujetas

sore-ask = ¿Cuántas agujetas, de 0 a 10?
button-sore-low = 0–3
button-sore-mid = 4–6
button-sore-high = 7 o más
sore-fine = Con pocas agujetas se puede entrenar; suelen ceder al moverse.
sore-less = Agujetas: hoy una serie menos de cada uno. O espera un día, que vale igual.
button-start-lighter = Empezar, una serie menos
sore-long = Dolor muscular muy fuerte, o agujetas con hinchazón, debilidad u orina oscura: a urgencias ahora. Más de siete días con agujetas: que las vea pronto un médico o fisio.

## Dolores recordados

pain-note-ask = ¿Puedo recordar este dolor y preguntarte la próxima vez? Solo el ejercicio y lo fuerte que fue; /delete lo borra.
button-pain-note-yes = Sí, pregúntame
button-pain-note-no = No
pain-note-yes = La próxima vez te pregunto.
pain-note-no = Entonces no guardo nada de eso.
pain-last-time = La última vez { $exercise } te dolió. ¿Cómo va hoy?
button-relief-fine = Bien
button-relief-easier = Versión fácil
button-relief-out = Dejarlo fuera
relief-fine = Bien. { $exercise } sigue como estaba; para en cuanto duela.
relief-easier = { $exercise } va hoy en una versión más fácil.
relief-out = { $exercise } queda hoy fuera.

## Por qué

why-as-article = <b>{ $exercise }</b> va como en el artículo: { $sets } { $sets ->
        [one] serie
       *[other] series
    }, igual para todos al empezar. Cambia cuando cambian tus series.
why-as-ours = <b>{ $exercise }</b> es idea nuestra, no del artículo.
why-light = Este día es ligero: menos series, para que lo que corres alrededor salga bien.
why-swap = Has metido <b>{ $exercise }</b> por otro ejercicio, solo hoy.
why-swapped = Has cambiado { $exercise } por otro.
why-skipped = Has dejado { $exercise } fuera.
why-easier = Hoy has tomado la versión fácil de <b>{ $exercise }</b>. Su objetivo para la próxima vez no cambia.
why-pain = { $exercise } queda fuera porque dolía.
why-kit = <b>{ $exercise }</b> entra porque hoy no hay mancuernas.

## Músculos de un ejercicio

answer-exercise-muscles =
    { $main ->
        [none] <b>{ $exercise }</b> no tiene como objetivo principal ninguno de los seis grupos del corredor. { $helper ->
            [none] { "" }
           *[other] Ayuda a entrenar { $helper }.
        }
       *[other] <b>{ $exercise }</b> entrena sobre todo { $main }. { $helper ->
            [none] { "" }
           *[other] También trabaja { $helper }.
        }
    }

answer-exercise-why =
    { $muscles }
    <b>{ $muscle }:</b> { $does }
muscle-quadriceps = cuádriceps
muscle-glutes = glúteos
muscle-hip-flexors = flexores de la cadera
muscle-calves = gemelos
muscle-core = core
muscle-hamstrings = isquios

## Extras

button-addon = Añadir { $exercise }
addon-added = { $exercise } va desde ahora al final de tus sesiones. Es idea nuestra, no del artículo; /settings lo quita.
settings-addons = Extras
addons = Ejercicios nuestros al final de tus sesiones. Toca uno para quitarlo:
addons-none = Sin extras. Pregúntame por los gemelos o los flexores de la cadera y te propongo uno.
button-addon-out = Quitar { $exercise }
addon-removed = { $exercise } vuelve a estar fuera.
addon-now = { $exercise } está dentro, hoy también.

## Corregir un entreno pasado

button-mend = Corregir una serie
mend-which = ¿Qué ejercicio?
button-mend-exercise = { $exercise }
mend-set = <b>{ $exercise }</b>. ¿Qué serie?
button-mend-set = { $set }: { $did }
mend-how = { $exercise } { $set } fue { $did }. ¿Qué debe ser? Por ejemplo <b>9</b> o <b>9 × 12 kg</b>.
button-mend-remove = Quitar esta serie
mended = { $exercise } { $set } es ahora <b>{ $did }</b>. Los próximos objetivos se ajustan.
mend-removed = { $exercise } { $set } ({ $did }) ya no está. Los próximos objetivos se ajustan.
mend-unclear = Ahí necesito un número, como <b>9</b> o <b>9 × 12 kg</b>. No he cambiado nada.
