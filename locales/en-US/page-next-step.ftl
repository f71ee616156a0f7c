# The next step, and traits seen through the evidence.

standfirst = A step between levels turns on a few things. Here they stand over your own answers; they give no number.
traits = Traits, seen through the evidence
traits-help = Nobody is rated on them. Each one gathers the answers and the pieces in which it could show.
no-step-left = By the answers there is no step left above { $level }.
from-to = From { $lower } to { $upper }
does-not-carry = needed, and does not carry this step by itself
your-answers = Your answers about { $subject }
you-chose = You chose
no-statement = No statement.
where-asks = Where { $level } asks
-pieces = { $count ->
    [0] nothing yet.
   *[other] { $pieces }.
}
against = Against it: { -pieces }
evidence = Evidence: { -pieces }
answers = The answers in which it could show
no-statement-chosen = No statement chosen.
