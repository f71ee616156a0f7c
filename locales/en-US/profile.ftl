# What a profile says.

too-few-answers = There are too few answers to say.
estimate = An estimate from answers, not a decision about pay or title.
assumptions = The percentage rests on our assumptions about how much careful raters differ. It is not a chance of promotion, and this ladder has not been tested on engineers of known level.
level-and-chance = { $level } ({ $chance })
between = Between { LIST($levels, type: "and") } ({ $chances }).
by-these-answers = By these answers { $level } ({ $chance }), with examples for { $with_example } of { $answered }.
clearly = Clearly { $level }.
probably = Probably { $level }.
probably-or = Probably { $level }; could be { LIST($others, type: "or") }.
too-few-could-be-answered = Too few { LIST($dimensions, type: "and") } questions could be answered for a level.
more-questions = { $count ->
    [one] 1 more { $dimension } question
   *[other] { $count } more { $dimension } questions
}
answer-for-a-level = Answer { LIST($questions, type: "and") } for a level.
rests-on = It rests on { $answered } of { $questions } questions. The other { $without } had no opportunity and might have been lower.
ratings-differ = The ratings differ: { $first } and { $second }.
other-ladder = this was answered on the ladder "{ $answered }"; the ladder in use is "{ $used }"
answer-not-scored = the question "{ $question }" is not in this ladder; its answer is kept but not scored
statement-out-of-range = has to be a whole number from 0 to { $most }
evidence-not-in-file = the answer to "{ $question }" cites the evidence "{ $evidence }", which is not in the file
other-revision = answered on revision { $answered } of the ladder; revision { $used } is in use
other-revision-sentence = Answered on revision { $answered } of the ladder; revision { $used } is in use.
other-text = answered on a ladder of the same revision with another text (its digest differs)
other-text-sentence = Answered on a ladder of the same revision with another text (its digest differs).
question-gone = The question “{ $question }” is not in this ladder; its answer is kept but not scored.
questions-gone = { $count } questions are not in this ladder ({ LIST($questions, type: "and") }); their answers are kept but not scored.
many-questions-gone = { $count } questions are not in this ladder ({ $first }, { $second }, { $third } and { $more } more); their answers are kept but not scored.
evidence-gone = { $count ->
    [one] 1 answer cites evidence that is not here.
   *[other] { $count } answers cite evidence that is not here.
}
