# What is said above every page.

offer = The page around offers an assessment
offer-refused = The page around offered something else
offer-not-kept = Nothing of it is kept here unless you open it.
offer-open = Open it
offer-dismiss = Dismiss
ladder-from-link = Ladder from the link: { 0 }
due = To be deleted
was-due = { $assessment } was to be deleted by { $day }.
not-saved = Not saved
readable = Other files can read what is saved here
readable-about = This page was opened from a file. Other files that you open in this browser can read what it has saved here, and what it goes on saving.
readable-keep = Keep it here
from-elsewhere = From elsewhere
keep-mine = Keep mine
keep-theirs = Keep theirs
other-ratings-in-window = A record of this session with other ratings is in another window
session-state = { $settled } questions settled, { $minutes } minutes of talk
session-state-finished = { $settled } questions settled, { $minutes } minutes of talk, finished
review-state = { $marked } questions marked
other-version = Another version of this is in another window, or in the file that you opened
here = Here: { $state }.
there = There: { $state }.
there-deleted = There it was deleted.
both-kept = Both are kept until you choose.
put-away = Put it away
other-ratings-not-taken = A record of this session with other ratings was not taken
other-record-about = It cannot take the place of the record that is in this browser.
other-record-compare = Compare the codes with the ones that you noted. To take the other record, delete the one here first.
other-record-show = Show the other record
changed-elsewhere = This assessment was changed in another window, too
deleted-elsewhere = This assessment was deleted in another window
assessment-state = { $answers ->
    [one] { $answers } answer, last changed { $time }
   *[other] { $answers } answers, last changed { $time }
}
only-yours-left = Only your version is left. Keep it, or delete it here too.
delete-here = Delete it here too
differences = View the differences
no-answer-differs = No answer differs; title, target, period or names do.
answer-with-example = { $answer } “{ $example }”
answer-here = Here: { $answer }
answer-there = There: { $answer }
