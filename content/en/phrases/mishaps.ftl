### When something broke: what the person hears, and what the owner hears.

mishap = Something went wrong on my side with your last message, so I did nothing with it. What was saved before is safe. Please send it once more, or see /today.
owner-letter-dead = Update { $number } was set aside after too many tries: <code>{ $error }</code>
owner-message-dead = Message { $number } was refused in every form: <code>{ $error }</code>
