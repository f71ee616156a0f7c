# Answers off the scale.

no-opportunity = No opportunity in this period
no-opportunity-short = no opportunity
no-opportunity-questions = { $count ->
    [one] 1 question had no opportunity.
   *[other] { $count } questions had no opportunity.
}
no-opportunity-listed = without opportunity
no-opportunity-heading = No opportunity in this period
not-observed-of-own-work = I cannot judge this
not-observed-of-others = Could not see it
not-observed-short = could not see it
not-observed-questions = { $count ->
    [one] 1 question could not be judged.
   *[other] { $count } questions could not be judged.
}
not-observed-listed = not seen
not-observed-heading = Could not be judged
