# Charts of levels and dimensions, and their tables.

of-needed-answers = { $answered } of { $needed } answers that a level needs
range = { $low } to { $high }
level-chance = { $level } { $chance }
likely-levels = { LIST($levels, type: "unit") }
values = { 0 }; answers { 1 }, one rater { 2 }
dimension-title = { $dimension }: { $levels }
dimension-description = Estimate { $estimate }. The answers say { $answers }; one rater can know { $rater }.
level-asks = { $level } asks for { $position }.
holds-back = holds it back
inner-band = Inner band: what the answers say
outer-band = Outer band: where the true position may lie, because two careful raters often differ this much
what-level-asks = What { $level } asks of this dimension
as-table = The same as a table
dimension-numbers = Numbers of the dimensions
dimension = Dimension
answers-given = Answers given
estimate = Estimate
answers-say = Answers say
one-rater = One rater
chances-in-twenty = { $chances } chances in twenty for { $level }
each-dot = Each dot stands for 5{ "\u00A0" }%
chance-of-each-level = Chance of each level
level = Level
dots = Dots
chance = Chance
