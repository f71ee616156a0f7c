# What is said above every page.

offer = The embedding page offers an assessment
offer-refused = The embedding page offered something that cannot be opened
offer-not-kept = It is not saved here unless you open it.
offer-open = Open it
offer-dismiss = Dismiss
ladder-from-link = Ladder from the link: { 0 }
due = Due for deletion
was-due = Deletion date passed ({ $day }): { $assessment }.
not-saved = Not saved
readable = Other files can read what is saved here
readable-about = This page was opened from a file. Other files that you open in this browser can read everything it saves.
readable-keep = Keep saving here
from-elsewhere = Opened from a file
keep-mine = Keep the version here
keep-theirs = Use the other version
other-ratings-in-window = Another window has a record of this session with different ratings
session-state = { -settled }, { -talk }
session-state-finished = { -settled }, { -talk }, finished
-settled = { $settled ->
    [one] 1 question settled
   *[other] { $settled } questions settled
}
-talk = { $minutes ->
    [one] 1 minute of talk
   *[other] { $minutes } minutes of talk
}
review-state = { $marked ->
    [one] 1 question marked
   *[other] { $marked } questions marked
}
other-version = There is another version of this, from another window or from the file that you opened
here = Here: { $state }.
there = There: { $state }.
there-deleted = There it was deleted.
both-kept = Both are kept until you choose.
put-away = Dismiss
other-ratings-not-taken = A record of this session with different ratings was not added
other-record-about = It cannot replace the record that is in this browser.
other-record-compare = Compare the codes with the ones that you noted. To use the other record, delete the one here first.
other-record-show = Show the other record
changed-elsewhere = This assessment was also changed in another window
deleted-elsewhere = This assessment was deleted in another window
assessment-state = { $answers ->
    [one] { $answers } answer, last changed { $time }
   *[other] { $answers } answers, last changed { $time }
}
only-yours-left = Only the version here is left. Keep it, or delete it here too.
delete-here = Delete it here too
differences = View the differences
no-answer-differs = The answers are the same; title, target, period or names differ.
answer-with-example = { $answer } “{ $example }”
answer-here = Here: { $answer }
answer-there = There: { $answer }
