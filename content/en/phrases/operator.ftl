### The bot's profile in Telegram, and what only its operator sees or sends.

## The profile: at most 64, 512 and 120 characters of plain text

profile-name = Strongstride
profile-description = Strength for runners, set by set. I plan two short sessions a week next to your rest days, walk you through them in words and moving pictures, remember every set, and answer questions about the muscles of running. One word is enough: done. I give information, not medical advice.
profile-short = A strength coach for runners: plans the days, counts the sets, explains the muscles.

## The operator's commands

command-stats = How the bot is doing
command-announce = Write to everybody
stats =
    <b>People</b>: { $people }, { $reachable } reachable; { $week } active in 7 days, { $month } in 28
    <b>Last 7 days</b>: { $workouts } { $workouts ->
        [one] workout
       *[other] workouts
    }, { $sets } { $sets ->
        [one] set
       *[other] sets
    }
    <b>Messages in 48 h</b>: { $sends }
    <b>Reminders in 7 days</b>: { $reminders }
    <b>Waiting</b>: { $inbox } { $inbox ->
        [one] letter
       *[other] letters
    }, { $outbox } { $outbox ->
        [one] message
       *[other] messages
    }; set aside: { $dead }
stats-none = none
stats-count =
    { $name ->
        [pending] waiting
        [sending] on the way
        [sent] sent
        [unknown] outcome unknown
        [dead] refused
        [expired] too late
        [moot] no longer needed
        [replaced] replaced by newer
        [queued] sent out
        [late] late
       *[other] { $name }
    } { $count }
announce-how = Write the announcement behind the command: /announce We move to a new server on Friday.
announce-ask =
    This goes to <b>{ $people }</b> { $people ->
        [one] person
       *[other] people
    }, slowly, after all replies and reminders. It will look like this:

    { $preview }
button-announce-yes = Send it
button-announce-no = Do not send
announce-none = Nobody wants announcements.
announce-begun = It is on its way to { $people } { $people ->
        [one] person
       *[other] people
    }.
announce-dropped = Nothing was sent.
announcement =
    <b>News from your coach's operator</b>
    { $text }

    <i>/settings, "News" turns these off.</i>

## Questions that nobody has answered yet, kept with consent

command-unanswered = Questions without an answer
unanswered =
    <b>{ $count } { $count ->
        [one] question
       *[other] questions
    } without an answer</b>, newest first · page { $page } of { $pages }
    { $lines }

    <i>From people who agreed, without their names. Each is erased after 90 days.</i>
unanswered-line = • { $text } <i>({ $language }{ $people ->
        [one] { "" }
       *[other] , { $people } people
    })</i>
unanswered-none = No question is waiting for an answer.
unanswered-off = No questions are kept: NOTES_KEY is not set.
button-unanswered-newer = ‹ Newer
button-unanswered-older = Older ›
