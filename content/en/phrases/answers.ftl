### Around the answers: the frame, asking back, what was not understood, small talk, and the way back to the set.

## Where an answer comes from: one line under it

credit = <i>Source: { $parts }</i>
credit-article = the article
credit-corrected = the article, made more exact
credit-research = research ({ $who })
credit-ours = our coaching rule

## The frame

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
    <b>Easier:</b> { $easier }
    <b>Harder:</b> { $harder }
answer-amount = <b>{ $name }</b>: { $sets } { $sets ->
        [one] set
       *[other] sets
    } of { $target }, rest { $low }–{ $high } s.

# What someone's plan holds for a muscle. $main and $helper are lists of exercises, or "none".
answer-in-plan =
    { $main ->
        [none] No exercise of your session has <b>{ $muscle }</b> as its main target. { $helper ->
            [none] None of them helps either.
           *[other] These help: { $helper }.
        }
       *[other] In your session the main work for <b>{ $muscle }</b> comes from { $main }. { $helper ->
            [none] { "" }
           *[other] These help: { $helper }.
        }
    }
answer-addon = You can add { $addon }. That is our idea, not the article's.

button-answer-more = Tell me more
button-answer-other = Not what I meant

## Asking back

answer-which = Which do you mean?
answer-other = Sorry, my guess was wrong. Is it one of these?
answer-other-none = None of these

topic-overview = all six muscle groups
topic-schedule = the best days
topic-sets = sets, reps and rest
topic-soreness = soreness

## Not understood, out of scope, small talk

not-understood =
    { $turn ->
        [0] I did not get that. I know the six muscle groups, the exercises, sets and rest, the best days and soreness.
        [1] That one is beyond me, in these words at least. Try a muscle, an exercise, or "which days".
       *[other] I do not know what you mean yet. /help shows what you can say.
    }
out-of-scope =
    { $turn ->
        [0] I do not know that one, sorry. I know strength for runners: ask me about a muscle, an exercise or your week.
        [1] I would only be guessing there, so I leave it to others. Strength, muscles, days and soreness I can do.
       *[other] Sorry, that is outside what I know. I can help with the exercises, the muscles behind them and where they fit in your week.
    }
small-talk =
    { $turn ->
        [0] I am here. Ask me about a muscle or an exercise, or see /today.
        [1] I am better at squats than at small talk; /today shows what is on.
       *[other] I am listening. Name a muscle or an exercise, or see /help.
    }
small-talk-hello = Hello! Ask me about a muscle or an exercise, or see what is on with /today.
small-talk-thanks = With pleasure. /today shows what is on.
small-talk-bye = See you. I keep your place; /today brings you back.
small-talk-who = I am a program that coaches strength for runners, with fixed rules and texts. No human reads along, and I am no doctor.
small-talk-rude = That did not help you, then. Tell me what you need in other words, or see /help.
small-talk-no = All right. Whenever you like: a question, or /today.
small-talk-yes = Good. Ask me anything about strength for runners, or see /today.
