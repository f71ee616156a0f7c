# What evidence backs, who could confirm it, how far up it reached, and the domain map.

questions-covered = Evidence backs answers to { $covered } of { $questions } questions.
none-for = No evidence for { LIST($titles, type: "or") } yet.
unattached = { $count ->
    [one] 1 piece of evidence does not back an answer yet.
   *[other] { $count } pieces of evidence do not back an answer yet.
}
one-source = { $count ->
        [2] Both pieces
       *[other] All { $count } pieces
    } of evidence that say who can confirm them name the same person. A second person would help.
without-source = { $count ->
    [one] 1 piece of evidence does not say who could confirm it.
   *[other] { $count } pieces of evidence do not say who could confirm them.
}
not-high-enough = { $count ->
        [one] The one piece of evidence that says how far up it reaches is not
        [2] Neither of the two pieces of evidence that say how far up they reach is
       *[other] None of the { $count } pieces of evidence that say how far up they reach is
    } marked “{ $altitude }”, the reach of { $level } work.
depth-and-breadth = Depth: { LIST($deepest, type: "and") } ({ $depth }). Breadth: { $credible } of { $total ->
        [one] 1 domain
       *[other] { $total } domains
    } at “{ $credible_from }” or deeper.
