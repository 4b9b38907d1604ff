# Answers to a reply that cannot be logged as it stands. `text` is what the person wrote, shortened.
reply-no-text = I did not get any text. Type <b>done</b>, or the number you did.
reply-odd-number = I can't read “{ $text }” for sure. Please type it as a plain number, like 10.
reply-did-you-mean = Did you mean <b>{ $word }</b>? Nothing is logged yet.
reply-that-number = Did you do <b>{ $number }</b>? Nothing is logged yet.
reply-reps-range = Reps must be whole numbers from 1 to { $most }; you wrote “{ $text }”. Nothing is logged.
reply-seconds-range = A hold must be 1 to { $most } { $most ->
        [one] second
       *[other] seconds
    }; you wrote “{ $text }”. Nothing is logged.
reply-kg-range = That weight looks off: I take up to { $most } kg; you wrote “{ $text }”. Nothing is logged.
reply-sets-range = I can log up to { $most } { $most ->
        [one] set
       *[other] sets
    } at once; you wrote “{ $text }”. Nothing is logged.
reply-unit-reps = This one counts reps, not time. How many did you do?
reply-unit-seconds = This one counts seconds. How long did you hold it?
reply-which = Which do you mean by “{ $text }”? Nothing is logged yet.
