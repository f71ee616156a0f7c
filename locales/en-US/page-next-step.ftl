# The next steps, and traits that the evidence shows.

standfirst = What each step up depends on, with the answers that show it.
traits = Traits that the evidence shows
traits-help = Traits are not rated. Each lists the answers and the evidence where it could show.
no-step-left = By these answers, there is no step above { $level }.
from-to = From { $lower } to { $upper }
does-not-carry = needed but not enough on its own
your-answers = Answers about { $subject }
you-chose = Statement chosen
no-statement = No statement.
where-asks = Required for { $level }
-pieces = { $count ->
    [0] nothing yet.
   *[other] { $pieces }.
}
against = Evidence against it: { -pieces }
evidence = Evidence: { -pieces }
domains = { $count ->
    [0] No domain of the map is at “{ $step }” or deeper.
   *[other] Domains at “{ $step }” or deeper: { LIST($names, type: "and") }.
}
answers = Answers where it could show
no-statement-chosen = No statement chosen.
