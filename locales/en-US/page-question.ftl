# The page of one question, and the help beside it.

question-of = Question { $step } of { $of }
tells-most = The question that tells most now: { $step } of { $of }
period-is = The period is { $period }.
help = Help with this question
what-counts = What counts
for-instance = For instance, in { $system } work
overdone = When it is over-done
term-here = { $term }: here, { $name }
words-used = Words used here
own-names = Your own names and period
