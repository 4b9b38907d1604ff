### When something broke: what the person hears, and what the owner hears.

mishap = Something went wrong on my side with your last message, so I did nothing with it. What was saved before is safe. Please send it once more, or see /today.
owner-letter-dead = Update { $number } was set aside after too many tries: <code>{ $error }</code>
owner-message-dead = Message { $number } was refused in every form: <code>{ $error }</code>
owner-error = Something failed and is being tried again ({ $number }): <code>{ $error }</code>
owner-clock = This machine’s clock disagrees with Telegram’s, where it is { $number }. Reminders may come at the wrong time until it is set right.

### After an outage, to whoever was in a workout: taps on buttons under messages are lost, everything typed is not.

was-offline = I was offline from { $from } to { $until }. Taps on the buttons under my messages did not reach me in that time; everything you typed did. The last set I have is <b>{ $exercise } { $set }: { $did }</b>.
was-offline-before-sets = I was offline from { $from } to { $until }. Taps on the buttons under my messages did not reach me in that time; everything you typed did. I have no set of this workout yet.

### When somebody writes faster than I can answer.

flood-notice = That was a lot at once. I read every message in order and save every set, but I answer only the newest.
