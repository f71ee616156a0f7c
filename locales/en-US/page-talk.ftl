# What the pages of a session of two people say: its beginning, the question that is talked about, and the agenda.

for-this-question = { $minutes } for this question
one-sided = { $dimension } · answered by one of you, { $at } of { $count }
difference = { $dimension } · difference { $at } of { $count }
not-on-agenda = { $dimension } · not on the agenda
example = Example
example-withheld = An example was left out of the file.
evidence = Evidence
hidden = Answers are hidden. These are the statements of the question, in order.
show-answers = Show answers
session = The session
differences = Where you differ, in order
nothing-open = The agenda is done
first-question = First question
finish-asked = Finish this session?
about-finishing = Finish this session? Open questions are left as rated, and the record cannot be changed after this. New evidence can go into a second look.
finish = Yes, finish
go-on = Not yet
both-open = Both files are open
from-elsewhere = A session opened from a file
new-since = New since the record of { $day }: { $evidence }
more-than-answers = The two files differ in more than answers
whose-screen = Who enters the answers?
one-screen = We share one screen
one-writes = Two screens: only { $name } enters answers
how-long = How long do you have?
minutes = Start with { $minutes } minutes
where-you-differ = Where you differ
same-answers = You gave the same answers.
hide-answers = Hide answers
record-so-far = The record so far
undo = Undo
redo = Redo
answered-alike = Same answer: { $count }
what-became = Outcome
reopen = Reopen
next-question = Next question
nothing-else = The agenda is done. Write down actions, then finish.
which-statement = Which statement do you agree on?
leave-as-rated = Leave as rated
about-dissent = Dissent keeps both answers, each with its example, and settles the question.
agree-needs-answer = First choose the statement you both agree on.
agree-ready = Ready to agree.
agree-needs-reason = To agree, first choose a reason for { LIST($who, type: "and") }.
dissent-ready = Ready to record dissent.
dissent-needs-reason = To record dissent, first choose a reason for { LIST($who, type: "and") }.
statement-between = Statement { $statement }, between the two
statement = Statement { $statement }
statement-chosen-by = Statement { $statement }, chosen by { LIST($who, type: "and") }
answered-by = { $answer }, answered by { LIST($who, type: "and") }
another-answer = Another answer
leaves = Why does { $name } move away from { $answer }?
stays = Answer from { $name }: { $answer }
reason = Reason
no-reason-yet = Choose a reason
in-words = In words, kept in the record
new-example = A new example came up
about-example = The example, kept with the agreed answer
who-could-have = Who could have offered it
who-will = Who will offer it, and how
actions = Actions
action-what = What
action-who = Who
action-by-when = By when
remove-action = Remove action { $at }
remove = Remove
add-action = Add an action
question-is-unclear = { $question } The question as a whole (marked by { -finder }). { $words }
statement-is-unclear = { $question } Statement { $statement } (marked by { -finder }). { $words }
-finder = { $finder ->
    [both] both
   *[one] { $name }
}
take-back-mark = Remove mark { $at }
take-back = Remove
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
