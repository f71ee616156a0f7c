# What holds a profile back, what is missing, the next step, and what a single answer would change.

highest-level = Nothing: { $level } is the highest level of this ladder.
any-one-holds-back = { LIST($dimensions, type: "or") }. If any one of them reached what { $level } asks, { $level } would stand at { $then } instead of { $now }.
one-holds-back = { $dimension }. If it reached what { $level } asks, { $level } would stand at { $then } instead of { $now }.
no-other-dimension = No other dimension changes the result by itself.
several-hold-back = { $count ->
        [2] Two things are
        [3] Three things are
       *[other] { $count } things are
    } missing: { LIST($dimensions, type: "and") }. If { $count ->
        [2] both
       *[other] all of them
    } reached what { $level } asks, { $level } would stand at { $then } instead of { $now }.
examples-missing = Examples for { $without } of { $answered } answers.
not-answered = { $count ->
    [one] 1 question not answered.
   *[other] { $count } questions not answered.
}
no-room = On { $count } of { $questions } questions the company had no room for more.
nothing-missing = Nothing: every question has an answer with an example.
answer-more = Answer { $count ->
        [one] 1 more question
       *[other] { $count } more questions
    } in { $dimension }.
ask-somebody = Ask somebody who sees more of your work in { $dimension } to rate it too.
add-examples = Add examples: { $without } of { $answered } answers have none, and each of those counts { $part } of an answer.
take-on-work = In { $dimension }, towards { $level }: take on work of which you could later say “{ $statement }”.
second-person-at-the-next-level = Have a second person rate the same questions: your answers are already where the next level asks.
second-person = Have a second person rate the same questions: two raters tell more than more questions.
decides = { $dimension } decides between { $lower } and { $level }: if it reached what { $level } asks, { $level } would stand at { $chance }.
no-answer-changes-it = No single answer changes this result.
answer-changes-it = { $steps ->
        [one] One step on one answer changes it
       *[other] It takes { $steps } steps on one answer
    }: statement { $statement } in the place of { $chosen } for “{ $question }” would give “{ $sentence }”
slip-title = Is one of these a slip?
statement-for = statement { $statement } for “{ $question }”
contradiction = On { $dimension } you chose { LIST($statements, type: "and") }. Both may be right.
contradiction-others-alike = On { $dimension } you chose { LIST($statements, type: "and") }, and statement { $others } on the others. Both may be right.
contradiction-others = On { $dimension } you chose { LIST($statements, type: "and") }, and statements { $lowest } to { $highest } on the others. Both may be right.
reversal = On { $dimension } you chose statement { $low } for “{ $easier }” and statement { $high } for “{ $harder }”, which is usually the harder of the two. Both may be right.
scatter-title = The answers vary a lot within a dimension
scatter = That can be so. If you answered in a hurry, a second look at the statements may help.
straight-line-title = Nearly all answers are alike
straight-line = Were the statements read one by one? If so, leave them as they are.
high-claim-title = What would you show?
high-claim = You chose the last statement for { LIST($questions, type: "and") }, without an example.
quoted = “{ $question }”
