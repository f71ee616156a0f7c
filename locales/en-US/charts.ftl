# Charts of levels and dimensions, and their tables.

of-needed-answers = { $answered } of { $needed } answers needed for a level
range = { $low } to { $high }
level-chance = { $level } { $chance }
likely-levels = { LIST($levels, type: "unit") }
values = { 0 } (likely { 1 }; allowing for one rater, { 2 })
dimension-title = { $dimension }: { $levels }
dimension-description = Estimate { $estimate }. Likely { $answers }; allowing for one rater, { $rater }.
level-asks = { $level } requires { $position }.
holds-back = holds it back
inner-band = Thick bar: the answers
outer-band = Thin line: allowing for one rater
what-level-asks = Required for { $level }
as-table = Show as a table
dimension-numbers = Numbers by dimension
dimension = Dimension
answers-given = Answers given
estimate = Estimate
answers-say = Likely
one-rater = Allowing for one rater
chances-in-twenty = { $chances } chances in twenty for { $level }
each-dot = Each dot stands for 5%
chance-of-each-level = Chance of each level
level = Level
dots = Dots
chance = Chance
