# What pages say of a ladder as a whole.

study = In simulations of 20,000 people rated once on all 24 questions, the most probable level was the true one for 74 in 100, and 81 in 100 true positions lay inside the outer band. With the core questions alone it was 71 in 100, and with two raters of twelve questions each 78 in 100. These figures come from assumptions, not from people.
duration = { $core } questions: about { $core_minutes } minutes; all { $all }: about { $all_minutes }; each example adds half a minute to a minute.
shape = Questions about what you did, in { $dimensions ->
        [one] one dimension
       *[other] { $dimensions_spelled_out } dimensions
    }, each with { $statements } statements in order.
second-rater = { $half } answers from each of two people say more than { $all } from one.
