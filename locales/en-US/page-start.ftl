# The start page: what this is, what it is not, and where the answers go.

ladder-title = { $title }.
stop-whenever = Stop and go on whenever you like.
all-questions-for = { 0 }, for people who prepare a session.
readiness-for = { 0 }, nine questions for managers and executives.
calibration-for = { 0 }, for two people who rate the same work, each alone.
what-it-is = What it is
level-names-hidden = The level names stay hidden until the profile. An example makes an answer count in full.
what-it-is-not = What it is not
not-points = No points that add up, no ranking of people, no decision about pay or title. Depth in one field does not make up for influence, and the profile says which of them holds a level back.
where-answers-go = Where your answers go
nowhere = Nowhere. The profile is computed in this browser and your answers are kept in it, without an account. Shortly after the first question appears, the page needs no network any more.
example-result = An example result
below-named-levels = { $level }, below the named levels
each-dot = Each dot stands for 5%. A profile always shows every level that the answers allow, never one alone.
