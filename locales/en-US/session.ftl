# What is said in a session of two, on screen and in its documents.

nothing-is-averaged = Nothing is averaged. Dissent keeps both answers, each with its example, and settles the question.
rebuilt = Both sides keep the saved record and this code. Then neither side can change the record later without the other noticing.
opportunity = Who could have offered this opportunity, and who will in the next period?
the-role = the { $role }
name-and-role = { $name } ({ $role })
first-rater = first rater
second-rater = second rater
report = report
engineer = engineer
manager = manager
peer = peer
committee-member = committee member
not-answered = not answered
statement = statement { $number }
chose-statement = Answer from { $name }: { $statement }
answered-off-scale = Answer from { $name }: { $answer }
ground-and-words = { $ground }: { $words }
agreed = agreed
agreed-on = agreed on { $answer }
dissent-recorded = dissent recorded
left-as-rated = left as rated
now = now
talked-about = talked about
minutes = { $minutes } min
answers-and-state = { $first } and { $second } · { $state }
two-steps-or-more = Two steps or more apart
one-step = One step apart
one-step-leading = One step apart, { $dimension } first
one-sided = Answered by one of you
-plan = { $length } minutes, { $overhead } of them for opening and actions
plan-without-differences = { -plan }: there are no differences to talk about.
plan-all-fit = { -plan }: { $differences ->
    [one] the one difference fits.
   *[other] all { $differences } differences fit.
}
plan-some-left = { -plan }: { $fitting } of { $differences } differences { $fitting ->
    [one] fits
   *[other] fit
}; { $left } { $left ->
    [one] is
   *[other] are
} left as rated unless time remains.
one-sided-fit = { $questions ->
    [one] The question that only one of you answered fits as well.
   *[other] The { $questions } questions that only one of you answered fit as well.
}
one-sided-come-after = { $questions ->
    [one] The question that only one of you answered comes after that.
   *[other] The { $questions } questions that only one of you answered come after that.
}
one-sided-fit-in-part = Of the { $questions } questions that only one of you answered { $fitting ->
    [one] 1 fits as well.
   *[other] { $fitting } fit as well.
}
minutes-left = { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
}
time-is-up = The time is up
minutes-over = { $minutes ->
    [one] 1 minute over
   *[other] { $minutes } minutes over
}
no-rating-moved = No rating moved.
moved = Agreed: { $first } as rated by the { $one }, { $second } as rated by the { $other }, { $third } on another answer.
dissents = { $count ->
    [one] 1 dissent
   *[other] { $count } dissents
}
count-left-as-rated = { $count } left as rated
rated-by-one-side = { $count } rated by one side only
equal-from-the-start = { $count } the same from the start.
unmoved = { LIST($counts, type: "unit") }; { $equal } the same from the start.
questions-rated = { $rated } of { $questions } questions rated
questions-off-scale = { $count } { $answer }
name-the-role = { $name }, the { $role }
rated = Ratings by { $who }: { LIST($counts, type: "unit") }; examples for { $examples }.
gave-without-seal = The ratings of { $name } were not sealed.
seal-number = seal { $number }
seal-number-and-code = seal { $number }, code { $code }
sealed = Sealed by { $name } ({ $seal }).
sealed-on = Sealed by { $name } on { $time } ({ $seal }).
sealed-late = Sealed by { $name } after the file of { $other } was opened ({ $seal }).
sealed-late-on = Sealed by { $name } on { $time }, after the file of { $other } was opened ({ $seal }).
did-not-open = Not opened by { $name }.
code-fits = The file of { $name } fits its code.
code-does-not-fit = The file of { $name } does not fit its code, so it is not what was sealed. Do not rely on it; compare the code with the one that you were sent.
code-cannot-be-recomputed = The code for the file of { $name } cannot be recomputed: this record has no salt for it, like every record of an earlier version. It does not show that these are the ratings that were sealed.
file-of = the file of { $name }
private-blocks-not-shown = Earlier versions of this page sealed the whole assessment. The private blocks in { LIST($files, type: "and") } are not shown and are left out of every document. The saved record keeps them, because the code covers the whole file.
writes = Only { $writer } enters answers; the saved record goes to { $other } at the end.
agreed-answer = Agreed on { $answer }.
leaves = Why { $name } moved away from { $answer }: { $reason }.
no-reason-given = no reason given
dissent = Dissent.
keeps = Why { $name } keeps { $answer }: { $reason }.
answered-alike = Same answer from both.
both-left-as-rated = Left as rated.
rated-by-neither = Rated by neither.
time = { $day } { $minute }
time-utc = { $day } { $minute } UTC
