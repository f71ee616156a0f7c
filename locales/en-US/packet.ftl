# What the draft of a promotion packet says. Labels that every document has stand in export.ftl.

title = Draft of a promotion packet
title-of = Draft of a promotion packet: { $name }
raters = { $role ->
    [self] the person, not agreed with anybody yet
    [manager] the manager
    [peer] a colleague
    [committee] a committee
   *[agreed] { $raters } raters, in agreement
}
period = Period
ladder-and-revision = { $title }, revision { $revision }
unshown = Answered, with nothing here to show it
not-answered = Not answered
gap = { $gap }: { LIST($questions, type: "and") }.
nothing-shown = Nothing is shown for { $dimension }.
no-evidence = No evidence for { LIST($mechanisms, type: "or") }.
outcomes-open = { $pieces ->
    [one] The outcome of 1 piece is still open.
   *[other] The outcome of { $pieces } pieces is still open.
}
left-out = { $pieces ->
    [one] 1 piece is left out because it is sensitive.
   *[other] { $pieces } pieces are left out because they are sensitive.
}
ratings-of-one = The ratings are one rater's. Agreed ones would carry further.
mechanism-direct = { $mechanism }, direct
mechanism-amplified = { $mechanism }, through others
altitude = Altitude
untitled-piece = A piece without a title
evidence-number = Evidence { $number }
gaps = What this draft does not show
