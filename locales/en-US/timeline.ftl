# Evidence by month in a period.

nothing-dated = No evidence is dated { $first } to { $last }.
mostly-recent = { $recent } of { $dated } dated pieces of evidence begin in the last { $months } months. Earlier work counts just as much.
undated = { $count ->
    [one] 1 piece of evidence has no date.
   *[other] { $count } pieces of evidence have no date.
}
