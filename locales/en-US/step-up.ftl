# What the step up from a level turns on, with the rater's own answers.

answers-reached = { $reached } of { $total ->
        [one] 1 answer is
       *[other] { $total } answers are
    } where { $level } asks.
not-alone = { LIST($there, type: "and") }: where { $level } asks. Not yet: { LIST($open, type: "and") }. The first does not carry this step without the others.
