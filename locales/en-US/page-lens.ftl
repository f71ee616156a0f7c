# Archetypes of one level, and other frameworks compared with the ladder.

standfirst = One level has several archetypes, and the same title means different things elsewhere.
shapes = Archetypes of one level
shapes-help = No archetype ranks above another, and most people fit more than one over time. Each lists the answers where it would show.
answers-seen-as = Answers that show the { $shape } archetype
source = Source: { 0 }
dimensions = { LIST($dimensions, type: "and") }
beside = Compared with { $framework }
levels-of = Levels of { $framework }
level-here = Level here
why = Why
attributes-of = Attributes of { $framework }
attribute-there = Attribute there
near-to = Closest here
in-which-way = How
