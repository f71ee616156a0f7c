# What two raters read about their answers.

no-pairs = no question was answered by both
one-pair = fewer than two pairs
no-variation = no variation in the answers
one-difference = no variation in the differences
nothing-in-common = No question was answered by both raters.
same-answers = Same answer on { $same } of { $pairs }, within one step on { $within_one } of { $pairs }{ $open ->
        [0] { "" }
       *[other] ; { $open } not answered by both raters
    }.
too-few-in-common = Too few questions were answered by both raters to say who rated higher.
no-clear-difference = No clear overall difference.
no-difference = No difference: every answer is the same.
higher-on-average = { -rated } { -steps } higher on average (95% interval { $low } to { $high }).
higher-everywhere = { -rated } { -steps } higher on every question that both raters answered.
gap-too-few = { $dimension }: too few questions answered by both raters.
gap-none = { $dimension }: about the same.
gap = { $dimension }: { -rating } is { -levels } higher ({ $chance ->
        [probable] probably at least half a level
       *[open] at least half a level
    }: { $half }).
-which = { $which ->
        [first] first{ " " }
        [second] second{ " " }
       *[only] { "" }
    }
-rated = The { -which }{ $role ->
        [self] self-rating is
        [agreed] agreed rating is
        [manager] manager rated
        [peer] peer rated
       *[committee] committee rated
    }
-rating = the { -which }{ $role ->
        [self] self-rating
        [agreed] agreed rating
        [manager] manager's rating
        [peer] peer's rating
       *[committee] committee's rating
    }
-steps = { $amount ->
        [tiny] less than 0.1 of a step
        [part] { $number } of a step
        [single] 1 step
       *[more] { $number } steps
    }
-levels = { $amount ->
        [tiny] less than 0.1 of a level
        [part] { $number } of a level
        [single] 1 level
       *[more] { $number } levels
    }
