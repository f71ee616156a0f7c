# The start page: what this is, what it is not, and where the answers go.

ladder-title = { $title }.
stop-whenever = You can stop and continue at any time.
all-questions-for = { 0 }, to prepare for a session.
readiness-for = { 0 }, nine questions for managers and executives.
calibration-for = { 0 }, for two people who rate the same work separately.
what-it-is = What it is
level-names-hidden = Level names stay hidden until the profile. An answer with an example counts fully.
what-it-is-not = What it is not
not-points = Not a point score, not a ranking of people, not a decision about pay or title. Depth in one field does not make up for a lack of influence.
where-answers-go = Where your answers go
nowhere = Nowhere. The profile is computed in this browser, and your answers are kept in it, without an account. Shortly after the first question appears, the page works offline.
example-result = An example result
below-named-levels = { $level }, below the named levels
each-dot = Each dot stands for 5%. A profile shows every level that the answers allow, never just one.
