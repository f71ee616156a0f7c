# What the answers about the organization show.

not-answered-yet = Not answered yet.
questions-open = { $count ->
    [one] 1 question is open.
   *[other] { $count } questions are open.
}
in-place = In place: { LIST($conditions, type: "and") }.
partly-in-place = Partly in place: { LIST($conditions, type: "and") }.
missing = Missing: { LIST($conditions, type: "and") }.
cannot-be-told = Unknown: { LIST($conditions, type: "and") }.
not-answered = Not answered: { LIST($conditions, type: "and") }.
look-at-the-role = { LIST($dimensions, type: "and") } { $count ->
        [one] holds
       *[other] hold
    } this profile back. The readiness answers say that { $clause }: look at the role before the person.
