# What is said in a session of two, on screen and in its documents.

nothing-is-averaged = Nothing is averaged. With dissent both answers stand, each with its example; it counts as a finished question.
rebuilt = Both sides note the closing code and both keep the file: without a code that the other side kept, any record can be rebuilt.
opportunity = Who could have given this opportunity, and will in the next period?
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
chose-statement = { $name } chose { $statement }
answered-off-scale = { $name }: { $answer }
ground-and-words = { $ground }: { $words }
agreed = agreed
agreed-on = agreed on { $answer }
dissent-recorded = dissent recorded
left-as-rated = left as rated
now = now
talked-about = talked about
minutes = { $minutes } min
answers-and-state = { $first } and { $second } · { $state }
two-steps-or-more = By two steps or more
one-step = By one step
one-step-leading = By one step, { $dimension } first
one-sided = Answered by one of you
-plan = { $length } minutes, { $overhead } of them for opening and actions
plan-without-differences = { -plan }: there is no difference to talk about.
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
moved = { $first ->
    [0] None
   *[other] { $first }
} moved to the { $one }'s rating, { $second ->
    [0] none
   *[other] { $second }
} to the { $other }'s, { $third ->
    [0] none
   *[other] { $third }
} to a third.
dissents = { $count ->
    [one] 1 dissent
   *[other] { $count } dissents
}
count-left-as-rated = { $count } left as rated
rated-by-one-side = { $count } rated by one side alone
equal-from-the-start = { $count } equal from the start.
unmoved = { LIST($counts, type: "unit") }; { $equal } equal from the start.
questions-rated = { $rated } of { $questions } questions rated
questions-off-scale = { $count } { $answer }
name-the-role = { $name }, the { $role }
rated = { $who }: { LIST($counts, type: "unit") }; examples for { $examples }.
gave-without-seal = { $name } gave the ratings without a seal.
seal-number = seal { $number }
seal-number-and-code = seal { $number }, code { $code }
sealed = { $name } sealed the ratings ({ $seal }).
sealed-on = { $name } sealed the ratings on { $time } ({ $seal }).
sealed-late = { $name } sealed the ratings, after the file of { $other } was opened ({ $seal }).
sealed-late-on = { $name } sealed the ratings on { $time }, after the file of { $other } was opened ({ $seal }).
did-not-open = { $name } did not open them.
code-fits = The file of { $name } fits its code.
code-does-not-fit = The file of { $name } does not fit its code: it is not what was sealed under this code. Do not rely on it; compare the code with the one that you were sent.
code-cannot-be-recomputed = The code of the file of { $name } cannot be recomputed: this record has no salt for it, like every record of an earlier version. It does not show that these are the ratings that were sealed.
file-of = the file of { $name }
private-blocks-not-shown = Earlier versions of this page sealed the whole assessment. Its private blocks in { LIST($files, type: "and") } are not shown and go into no document. The saved record keeps them, because the code was made over the whole file.
writes = { $writer } writes; { $other } follows and receives the file at the end.
agreed-answer = Agreed on { $answer }.
leaves = { $name } leaves { $answer }: { $reason }.
no-reason-given = no reason given
dissent = Dissent.
keeps = { $name } keeps { $answer }: { $reason }.
answered-alike = Answered alike.
both-left-as-rated = Left as rated.
rated-by-neither = Rated by neither.
time = { $day } { $minute }
time-utc = { $day } { $minute } UTC
