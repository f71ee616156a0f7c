# What a piece of evidence says of itself.

people = { $count ->
    [one] about 1 person
   *[other] about { $number } people
}
teams = { $count ->
    [one] 1 team
   *[other] { $number } teams
}
binds-until = binds until { $month }
still-open = Still open.
