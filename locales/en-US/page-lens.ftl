# Shapes of one level, and other frameworks beside the ladder.

standfirst = The same level comes in different shapes, and the same title means different things elsewhere. Judge by what was done; the names come after.
shapes = Shapes of one level
shapes-help = None is above another, and most people are more than one over time. Under each: the answers in which it would show.
answers-seen-as = Your answers, seen as { $shape }
source = Source: { 0 }
dimensions = { LIST($dimensions, type: "and") }
beside = Beside { $framework }
levels-of = Levels of { $framework }
level-here = Level here
why = Why
attributes-of = Attributes of { $framework }
attribute-there = Attribute there
near-to = Near to, here
in-which-way = In which way
