# Respuestas cortas a lo que se dice al margen del entreno.
wish-who = { small-talk-who }
wish-free = Aquí no hay nada que comprar: ni suscripción, ni pagos, ni anuncios.
wish-name = ¡Encantado! Tomo tu nombre de tu perfil de Telegram; /today muestra qué toca.
wish-quiz = De vez en cuando, tras un entreno, llega una pregunta. En /settings se activa o se quita.
wish-heat = Con mucho calor, con calma: una hora o un sitio fresco, agua, descansos más largos, una serie menos. Si te mareas, tienes náuseas o te desorientas: para, refréscate y pide ayuda.
wish-tablets = Los medicamentos son cosa de farmacia o de médico, ahí no entro. No tapes un dolor para entrenar encima: lo que duele se deja.
wish-hungover = Hoy deja la fuerza: agua, comida y sueño. Di <i>mueve la fuerza a mañana</i> y la cambio.
wish-period = Haz lo que te pida el cuerpo: una sesión suave está bien, y un día libre también. <i>Mueve la fuerza a mañana</i> la cambia. Un dolor fuerte o raro es para el médico.
wish-blood = Nada de esfuerzo fuerte ese día ni el siguiente: bebe mucho y vuelve con calma cuando te sientas bien. Si te mareas, siéntate o túmbate enseguida.
wish-motivation = Le pasa a todo el mundo. Hazlo pequeño: di <i>tengo 10 minutos</i>, o haz un solo ejercicio y mira. Un día libre también vale.
wish-break = Lo siento. Primero va lo que permita tu médico o fisio; deja lo que duela. Mientras tanto puedo callar: elige abajo cuánto tiempo.
wish-replace = La fuerza ayuda a correr, pero no lo sustituye: corazón y pulmones piden la carrera misma u otro deporte de resistencia. Mantén las dos si puedes.
wish-reminder-days = Solo aviso en días de fuerza. Elige tú esos días: /plan tiene el botón; /settings muestra el próximo aviso.
wish-no-time = Entonces en pequeño: di <i>tengo 10 minutos</i> para la versión corta, o <i>mueve la fuerza a mañana</i>. Saltarse una no hace daño.
