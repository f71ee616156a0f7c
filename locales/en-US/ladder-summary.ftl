# What pages say of a ladder as a whole.

study = In simulations of 20,000 people who were each rated once on all 24 questions, the most likely level was the true one for 74%, and 81% of true positions were in the range that allows for one rater. With the core questions alone it was 71%, and with two raters of twelve questions each 78%. These figures come from assumptions, not from people.
duration = { $core } questions take about { $core_minutes } minutes, all { $all } about { $all_minutes }. Each example adds 30 to 60 seconds.
shape = Questions about what you did, in { $dimensions ->
        [one] one dimension
       *[other] { $dimensions_spelled_out } dimensions
    }, each with { $statements } statements in order.
second-rater = { $half } answers from each of two people say more than { $all } from one person.
