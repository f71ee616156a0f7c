# What the draft of a promotion packet says. Labels that every document has are in export.ftl.

title = Draft of a promotion packet
title-of = Draft of a promotion packet: { $name }
raters = { $role ->
    [self] the person, not yet agreed with anyone
    [manager] the manager
    [peer] a peer
    [committee] a committee
   *[agreed] { $raters } raters, in agreement
}
period = Period
ladder-and-revision = { $title }, revision { $revision }
unshown = Answered without an example or evidence
not-answered = Not answered
gap = { $gap }: { LIST($questions, type: "and") }.
nothing-shown = Nothing backs { $dimension } yet.
no-evidence = No evidence for { LIST($mechanisms, type: "or") }.
outcomes-open = { $pieces ->
    [one] The outcome of 1 piece of evidence is still open.
   *[other] The outcome of { $pieces } pieces of evidence is still open.
}
left-out = { $pieces ->
    [one] 1 piece of evidence is left out because it is sensitive.
   *[other] { $pieces } pieces of evidence are left out because they are sensitive.
}
ratings-of-one = The ratings are from one rater. Agreed ratings would carry more weight.
mechanism-direct = { $mechanism }, direct
mechanism-amplified = { $mechanism }, through others
altitude = How far up
untitled-piece = Untitled evidence
evidence-number = Evidence { $number }
gaps = What this draft does not show
