# What the mix of mechanisms looks like, and what evidence shows of it.

led = { LIST($mechanisms, type: "and") } { $count ->
        [one] leads with { $share } of the total
       *[other] lead with { $share } of the total each
    }.
balanced = Balanced: no mechanism is far ahead of the others.
none-used = No mechanism was used in this period.
not-answered-yet = Not answered yet: { LIST($mechanisms, type: "and") }.
hardly-used = Hardly used: { LIST($mechanisms, type: "and") }.
shown = { $mechanism }: { $count ->
        [one] 1 piece
       *[other] { $count } pieces
    } of evidence ({ LIST($parts, type: "unit") }).
direct = { $count } direct
through-others = { $count } through others
not-said-which = { $count } not specified
nothing-shown = No evidence yet for { LIST($mechanisms, type: "or") }.
