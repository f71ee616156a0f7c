# What a session's record says as a document, beside the sentences of session.ftl.

title = Calibration
title-of = Calibration of { $name }
moved = What moved
unclear = Statements marked as unclear
begun = Started { $time }.
finished = Finished { $time }.
not-finished = Not finished: everything in it may still change.
planned = Planned for { $length } minutes; { $talk ->
    [one] 1 minute of talk
   *[other] { $talk } minutes of talk
}.
ladder = Ladder: { $title }, { $id }, revision { $revision }.
ladder-with-digest = Ladder: { $title }, { $id }, revision { $revision } ({ $digest }).
period = Period of { $name }: { $from } to { $to }.
second-look = A second look at the record { $id }, finished { $time }, closing code { $code }. New: { $evidence }
closing-code = Closing code: { $code }.
by-answers-of-one = By the answers of { $name } alone
agreed-and-apart = Agreed answers, and both ratings where no answer was agreed
if-answers-stand = If the answers of { $name } count there
agreed-answers = Agreed answers
levels = Levels
whose-answers = Whose answers
level = Level
ratings-differ = The ratings differ: { $first } ({ $first-chance }) and { $second } ({ $second-chance }).
agreed = Agreed
dissent = Dissent
left-as-rated = Left as rated
answered-alike = Same answer from both
agreed-on = Agreed:
example = Example: { $example }
example-left-out = An example was left out of the file.
evidence = Evidence: { $titles }.
choice-and-text = { $choice }, “{ $text }”
choice-off-scale = { $choice }.
could-have = Could have offered it: { $words }
will = Will offer it: { $words }
what = What
who = Who
by-when = By when
actions = Actions
statement = Statement { $number }
whole-question = The question as a whole
both = both
marked-by = { $place } (marked by { $who }) { $words }
list-ladder = ladder
list-revision = revision
list-question = question
list-prompt = prompt
list-statement = statement
list-text = text
list-marked-by = marked by
list-what-was-unclear = what was unclear
list-title = Statements marked as unclear in a session
none-marked = None were marked.
columns = { LIST($names, type: "unit") }
