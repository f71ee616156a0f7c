# The page of one question, and the help beside it.

question-of = Question { $step } of { $of }
tells-most = Most informative question: { $step } of { $of }
period-is = The period is { $period }.
help = Help with this question
what-counts = What counts
for-instance = Example from { $system } work
overdone = When it is overdone
term-here = { $term } (here: { $name })
words-used = Terms used here
own-names = Change terms and period
