# What the step up from a level depends on, with the rater's own answers.

answers-reached = { $reached } of { $total ->
        [one] 1 answer meets
       *[other] { $total } answers meet
    } the requirement for { $level }.
not-alone = There already: { LIST($there, type: "and") }. Not yet: { LIST($open, type: "and") }. The first is not enough for { $level } without the others.
