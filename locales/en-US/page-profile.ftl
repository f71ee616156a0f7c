# The page with the profile, and what stands between it and the next level.

statements-behind = The statements behind this
second-look = Worth a second look
self-ratings = How to read self-ratings
second-rater = A second rater tells more than more questions
what-would-change = What would change the result
print = Print
would-give-level = Questions that would give a level
chart-about = Position on the ladder, one row a dimension. Inner band: { $share } range of the answers; outer band: the same of the true position
short-of = { $count ->
    [one] { LIST($dimensions, type: "and") } is short of what { $level } asks
   *[other] { LIST($dimensions, type: "and") } are short of what { $level } asks
}
where-each-stands = Where each dimension stands
result-stays = The result stays as it is until you change an answer.
next-step-turns-on = What the next step turns on
stands-between = What stands between, in your own answers
you-chose = You chose
next-statement = The next statement
no-room = You said that there was no room for more here: that is about the role, not about you.
why-not-higher = Why not one higher?
why-not-higher-about = Every answer with the statement after it. If the next one is true and you could show an example of it, change the answer.
one-higher = One higher
last-statement = This is the last statement.
