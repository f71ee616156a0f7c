# What holds a profile back, what is missing, the next step, and what a single answer would change.

# Above the highest level there is none; `rank` is "highest" or "other".
-level-or-above = { $rank ->
        [highest] { $level }
       *[other] { $level } or above
    }
highest-level = Nothing: { $level } is the highest level of this ladder.
any-one-holds-back = { LIST($dimensions, type: "or") }. If { $count ->
        [2] either one
       *[other] any one of them
    } met the requirement for { $level }, the chance of { -level-or-above } would go from { $now } to { $then }.
one-holds-back = { $dimension }. If it met the requirement for { $level }, the chance of { -level-or-above } would go from { $now } to { $then }.
no-other-dimension = No other dimension would change the result on its own.
several-hold-back = { LIST($dimensions, type: "and") }. If { $count ->
        [2] both
       *[other] all of them
    } met the requirement for { $level }, the chance of { -level-or-above } would go from { $now } to { $then }.
examples-missing = Examples for { $without } of { $answered } answers.
not-answered = { $count ->
    [one] 1 question not answered.
   *[other] { $count } questions not answered.
}
no-room = On { $count } of { $questions } questions the role offered no scope for more.
nothing-missing = Nothing: every question has an answer with an example.
answer-more = Answer { $count ->
        [one] 1 more question
       *[other] { $count } more questions
    } in { $dimension }.
ask-somebody = Ask someone who sees more of this work to rate { $dimension } too.
add-examples = Add examples: { $without } of { $answered } answers have none, and each of those counts only { $part }.
take-on-work = In { $dimension }, toward { $level }: take on work that would show “{ $statement }”.
second-person-at-the-next-level = Have a second person rate the same questions: the answers already meet the requirement for the next level.
second-person = Have a second person rate the same questions: a second rater adds more than more questions.
decides = { $dimension } decides between { $lower } and { $level }. If it met the requirement for { $level }, the chance of { -level-or-above } would be { $chance }.
no-answer-changes-it = No single answer would change this result.
answer-changes-it = { $step ->
        [next] The next statement
        [previous] The statement before
       *[other] Statement { $statement } instead of { $chosen }
    } on “{ $question }” would make { $level } the most likely level ({ $chance }).
slip-title = Is one of these a slip?
statement-for = statement { $statement } for “{ $question }”
contradiction = In { $dimension }, the answers include { LIST($statements, type: "and") }. Both may be right.
contradiction-others-alike = In { $dimension }, the answers include { LIST($statements, type: "and") }, and statement { $others } on the others. Both may be right.
contradiction-others = In { $dimension }, the answers include { LIST($statements, type: "and") }, and statements { $lowest } to { $highest } on the others. Both may be right.
reversal = In { $dimension }, the answers are statement { $low } for “{ $easier }” and statement { $high } for “{ $harder }”, which is usually the harder question. Both may be right.
scatter-title = The answers vary a lot within a dimension
scatter = That may be right. If you answered in a hurry, read the statements again.
straight-line-title = Nearly all answers are the same
straight-line = If you read every statement, leave the answers as they are.
high-claim-title = Which example could you show?
high-claim = The highest statement is chosen for { LIST($questions, type: "and") }, without an example.
quoted = “{ $question }”
