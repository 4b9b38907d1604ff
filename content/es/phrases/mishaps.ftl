### Cuando algo se rompió: lo que oye la persona y lo que oye el dueño.

mishap = Algo falló por mi parte con tu último mensaje, así que no hice nada con él. Lo guardado antes está a salvo. Mándalo otra vez, o mira /today.
owner-letter-dead = La actualización { $number } se apartó tras demasiados intentos: <code>{ $error }</code>
owner-message-dead = El mensaje { $number } fue rechazado en todas sus formas: <code>{ $error }</code>
