# What the pages of a session of two people say: its beginning, the question that is talked about, and the agenda.

for-this-question = { $minutes } for this question
one-sided = { $dimension } · answered by one of you, { $at } of { $count }
difference = { $dimension } · difference { $at } of { $count }
not-on-agenda = { $dimension } · not on the agenda
example = Example
example-withheld = An example was left out of the file.
evidence = Evidence
hidden = Ratings are hidden. These are the statements of the question, in order.
show-answers = Show answers
session = The session
differences = Where you differ, in order
nothing-open = Nothing on the agenda is open
first-question = First question
finish-asked = Finish this session?
about-finishing = What is open is left as rated, and nothing in the record changes after this. New evidence can still be taken up in a second look.
finish = Yes, finish
go-on = Go on
both-open = Both files are open
from-elsewhere = A session from elsewhere
new-since = New since the record of { $day }: { $evidence }
more-than-answers = The two files differ in more than answers
whose-screen = Whose screen is this?
one-screen = We look at one screen
one-writes = { $name } writes, the other follows on an own screen
how-long = How long do you have?
minutes = { $minutes } minutes
where-you-differ = Where you differ
same-answers = You gave the same answers.
hide-answers = Hide answers
record-so-far = The record so far
undo = Undo
redo = Redo
answered-alike = Answered alike: { $count }
what-became = What became of it
reopen = Reopen
next-question = Next question
nothing-else = Nothing else on the agenda is open. Write down actions, then finish.
which-statement = Which statement do you both stand behind?
leave-as-rated = Leave as rated
about-dissent = With dissent both answers stand, each with its example. It counts as a finished question.
agree-needs-answer = To agree, choose an answer that is not what both of you had already.
agree-ready = Ready to agree.
agree-needs-reason = To agree, a reason is missing: { LIST($who, type: "and") }.
dissent-ready = Ready to record dissent.
dissent-needs-reason = For dissent, a reason is missing: { LIST($who, type: "and") }.
statement-between = Statement { $statement }, between the two
statement = Statement { $statement }
statement-chosen-by = Statement { $statement }, as { LIST($who, type: "and") } chose
answered-by = { $answer }, as { LIST($who, type: "and") } answered
another-answer = Another answer
leaves = { $name } leaves { $answer }
stays = { $name }: { $answer }
reason = Reason
no-reason-yet = none yet
in-words = In words, kept in the record
new-example = A new example came up
about-example = The example, kept with the agreed answer
who-could-have = Who could have
who-will = Who will, and with what
actions = Actions
action-what = What
action-who = Who
action-by-when = By when
remove-action = Remove action { $at }
remove = Remove
add-action = Add an action
question-is-unclear = { $question } the question as a whole, by { -finder }. { $words }
statement-is-unclear = { $question } statement { $statement }, by { -finder }. { $words }
-finder = { $finder ->
    [both] both
   *[one] { $name }
}
take-back-mark = Take back mark { $at }
take-back = Take back
something-unclear = { $count ->
    [0] A statement is unclear
   *[other] Unclear statements: { $count }
}
which-unclear = Which statement of this question
whole-question = The question as a whole
numbered-statement = { $number }: { $statement }
who-finds = Who finds it unclear
both = Both
how-read = How it was read, or what was not clear
mark-unclear = Mark as unclear
