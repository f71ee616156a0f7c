# Evidence along the months of a period.

nothing-dated = Nothing dated { $first } to { $last }: leave it, or add.
mostly-recent = { $recent } of { $dated } dated pieces begin in the last { $months } months. Earlier work counts as much, if there is any.
undated = { $count ->
    [one] 1 piece has no date.
   *[other] { $count } pieces have no date.
}
