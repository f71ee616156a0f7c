# The page with the profile, and what is missing for the next level.

statements-behind = The statements behind this
second-look = Worth a second look
self-ratings = How to read self-ratings
second-rater = A second rater adds more than more questions
what-would-change = What would change the result
print = Print
would-give-level = Questions that would give a level
chart-about = Thick bar: where the answers put the position ({ $share } range). Thin line: where it may really be, since a single rater can be off.
short-of = { $count ->
    [one] { LIST($dimensions, type: "and") } is below the requirement for { $level }
   *[other] { LIST($dimensions, type: "and") } are below the requirement for { $level }
}
where-each-stands = Where each dimension stands
result-stays = The result stays the same until you change an answer.
next-step-turns-on = What the next level depends on
stands-between = Answers below the next level
you-chose = Statement chosen
next-statement = Next statement
no-room = The role offered no scope for more here. That is about the role, not the person.
why-not-higher = What the next statement up would take
why-not-higher-about = Each answer is shown with the next statement. If the next one is true and you could show an example, change the answer.
one-higher = Next statement
last-statement = This is the highest statement.
