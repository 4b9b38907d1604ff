### Settings, pause, language; and your data.

settings =
    <b>Settings</b>
    Kit: { $kit } · reminders at <b>{ $time }</b>
    Time zone: { $zone }
    Next reminder: <b>{ $next }</b>
    Language: { $language }
settings-no-zone = not known yet
settings-no-reminder = none
kit-none = bodyweight
kit-dumbbells = dumbbells
settings-kit = Kit
settings-week = Week
settings-hour = Hour
settings-zone = Time zone
settings-language = Language
settings-nudges = { $on ->
        [on] ● Nudge
       *[off] ○ Nudge
    }
settings-eve = { $on ->
        [on] ● Evening before
       *[off] ○ Evening before
    }
settings-rest = { $on ->
        [on] ● Rest timer
       *[off] ○ Rest timer
    }
settings-side = { $on ->
        [on] ● Count per side
       *[off] ○ Count per side
    }
settings-gentle = { $on ->
        [on] ● Gentle start
       *[off] ○ Gentle start
    }
settings-quiz = { $on ->
        [on] ● Quiz
       *[off] ○ Quiz
    }
settings-news = { $on ->
        [on] ● News
       *[off] ○ News
    }
settings-notes = { $on ->
        [on] ● Pain notes
       *[off] ○ Pain notes
    }
settings-questions = { $on ->
        [on] ● Keep open questions
       *[off] ○ Keep open questions
    }
settings-units = { $value ->
        [kg] Weights in kg
       *[lb] Weights in lb
    }
settings-clock = { $value ->
        [24] 24-hour clock
       *[12] 12-hour clock
    }
settings-novice = { $value ->
        [auto] New to strength: first 4 weeks
        [yes] New to strength: yes
       *[no] New to strength: no
    }
settings-bans = Left-out exercises
settings-quiet = Quiet { $start }–{ $end }
settings-quiet-off = No quiet hours
settings-pause = Pause
bans = Off your list. Tap one to bring it back.
bans-none = Nothing is off your list.
button-unban = { $exercise }
unbanned = { $exercise } is back on your list.
pause-ask = No reminders for how long? Your plan and your numbers stay.
button-pause-days = { $days } { $days ->
        [one] day
       *[other] days
    }
button-pause-end = End the pause
pause-kept = Paused until the end of <b>{ $date }</b>. /pause ends it earlier.
pause-ended = Reminders are on. Next strength day: <b>{ $next }</b>.
language-ask = Which language shall I speak?
button-language = { $name }
language-kept = I speak { $name } now.

## Questions without an answer: asked once, and only where NOTES_KEY is set

questions-ask = I could not answer that. May I keep such questions from now on, so that the people who write my answers can add them? Encrypted, without your name, erased after 90 days. /settings changes it any time.
button-questions-yes = Yes, keep them
button-questions-no = No
questions-yes = Thank you. Questions I cannot answer are kept from now on; this one I have not kept, so ask it again if you like.
questions-no = All right, none are kept.

## Your data

privacy =
    <b>What I keep and why</b>
    • your Telegram id, first name and language: to know you and speak to you
    • your kit, running week, hour, time zone and settings: to plan
    • every set you log, and what follows from it (levels, changes, reasons): to coach
    • pain notes: only if you agree; say no in /settings and they are erased
    • questions I could not answer: only if you agree, encrypted, for 90 days at most. The coach's authors read them without your name; say no in /settings and they are erased
    • quiz answers, if you turn the quiz on: to ask again what you missed

    <b>Not kept:</b> your place (only the time zone), other media, contacts. The raw messages are erased after 48 hours.

    <b>Not done:</b> nothing is sold, shown to others or used to train models. The data lies on the operator's server, on an encrypted disk; backups are gone after 30 days at most.

    <b>Your rights:</b> /export hands you everything, /delete erases it. Health words are read to answer you safely; I am no medical service.
button-copy-id = Copy my Telegram id: { $number }
export = Everything I keep about you. The sets come first.
export-csv = Your sets as a table.
delete-ask = <b>Erase everything?</b> Workouts, week, settings: all of it goes and cannot be brought back. /export first, if you want a copy.
button-delete-yes = Erase everything
button-delete-no = Keep it
delete-kept = Nothing was erased.
delete-done = Everything is erased. If you ever come back, /start begins anew. Goodbye, and happy running.
toast-deleted = Erased

## The calendar file

calendar-name = Strongstride
calendar-title = Strength: { $session }
calendar-light = Light strength: { $session }
calendar-file = Your strength days of the next four weeks, for your phone's calendar. It does not follow later changes by itself: open a new file and the days are put right.
button-calendar = Calendar file
calendar-none = Nothing is planned yet, so there is no calendar file. /plan shows your days.
