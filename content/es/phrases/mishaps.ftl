### Cuando algo se rompió: lo que oye la persona y lo que oye el dueño.

mishap = Algo falló por mi parte con tu último mensaje, así que no hice nada con él. Lo guardado antes está a salvo. Mándalo otra vez, o mira /today.
owner-letter-dead = La actualización { $number } se apartó tras demasiados intentos: <code>{ $error }</code>
owner-message-dead = El mensaje { $number } fue rechazado en todas sus formas: <code>{ $error }</code>
owner-error = Algo falló y se intenta de nuevo ({ $number }): <code>{ $error }</code>
owner-clock = El reloj de esta máquina no coincide con el de Telegram, donde son las { $number }. Los recordatorios pueden llegar a deshora hasta que se ponga en hora.

### Tras una caída, a quien estaba entrenando: se pierden los toques en los botones bajo los mensajes, lo escrito no.

was-offline = Estuve sin conexión de { $from } a { $until }. Los toques en los botones bajo mis mensajes no me llegaron en ese rato; lo que escribiste, sí. La última serie que tengo es <b>{ $exercise } { $set }: { $did }</b>.
was-offline-before-sets = Estuve sin conexión de { $from } a { $until }. Los toques en los botones bajo mis mensajes no me llegaron en ese rato; lo que escribiste, sí. Todavía no tengo ninguna serie de este entrenamiento.

### Cuando alguien escribe más deprisa de lo que puedo contestar.

flood-notice = Eso fue mucho de golpe. Leo cada mensaje en orden y guardo cada serie, pero solo contesto al último.
