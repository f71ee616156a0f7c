# The page for opening files, and what each file turned out to be.

about = Open files that were saved here or elsewhere; they are read in this browser, and nothing is sent.
choose = Choose files
choose-more = Choose more files
several = You can choose several files, or drop them anywhere on this page.
not-unasked = No more than { $count } are added without asking.
add-others = Add the other { $count }
remove-added = Remove the { $count } that were just added
add = Add to this browser
bundle = A file that contains { $count } others. None of them was added.
bundle-add = Add all { $count } to this browser
bundle-empty = A file that should contain others, but is empty.
paper-not-added = A calibration document. It was not added.
ladder = A ladder: { $title }, revision { $revision }. This page uses its own ladder; its operator can set a different one.
locked = A file that is locked with a passphrase.
sealed-ratings = { $whose }. They open together with those of the other side, at the reveal.
invitation = An invitation to a calibration session.
record-finished = The record of a calibration session, finished.
record-in-progress = A calibration session in progress.
review = A committee member's review of a record.
answered = { $assessment }: { $answered } of { $questions } answered.
saved-now = It is saved in this browser now.
same-here = It was already here, exactly as in the file.
other-state-here = A different version of it is here, last changed { $here }; the one in the file was last changed { $there }.
keep-both = Keep both
keep-here = Keep the one here
not-added = It was not added.
link = Link
link-answers = A copy of answers: { $assessment }, { $answered } of { $questions } answered, without names and examples.
link-set-up = { $questions ->
    [core] A link that sets up the core questions. It carries no answers.
   *[all] A link that sets up all questions. It carries no answers.
}
link-set-up-target = { $questions ->
    [core] A link that sets up the core questions with the target { $level }. It carries no answers.
   *[all] A link that sets up all questions with the target { $level }. It carries no answers.
}
link-start = Start with it
added = { $added ->
    [one] { $added } was added to this browser.
   *[other] { $added } were added to this browser.
}
added-and-here = { $added ->
    [one] { $added } was
   *[other] { $added } were
} added to this browser; { $here ->
    [one] { $here } was
   *[other] { $here } were
} already here.
