# What evidence stands behind, who could confirm it, how high up it was done, and the domain map.

questions-covered = Evidence stands behind { $covered } of { $questions } questions.
none-for = None for { LIST($titles, type: "or") } yet.
unattached = { $count ->
    [one] 1 piece stands behind no answer yet.
   *[other] { $count } pieces stand behind no answer yet.
}
one-source = All { $count } pieces that name somebody name the same one. A second person would help, if there is one.
without-source = { $count ->
    [one] 1 piece names nobody who could confirm it.
   *[other] { $count } pieces name nobody who could confirm them.
}
not-high-enough = None of the { $count } pieces that say how high they reach is marked “{ $altitude }”, where { $level } work is done.
depth-and-breadth = Depth: { LIST($deepest, type: "and") } ({ $depth }). Breadth: { $credible } of { $total ->
        [one] 1 domain
       *[other] { $total } domains
    } at “{ $credible_from }” or deeper.
