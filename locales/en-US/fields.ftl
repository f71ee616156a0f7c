# Fields of forms: what several of them say, months, deleting, and how full a text is.

not-said = Not specified
not-answered = Not answered
done = Done
change-what = Change: { $what }
delete-what = Delete: { $what }
delete = Delete
delete-what-asked = Delete: { $what }?
delete-asked = Delete “{ $what }”? This cannot be undone.
delete-yes = Yes, delete it
delete-no = Keep it
month-example = 2026-03
month-unfinished = The month is incomplete.
month-unread = “{ $text }” is not a month.
month-write = Write it like 2026-11 or November 2026.
month-write-until = Write it like 2026-11 or November 2026; until then { $month } is kept.
month-write-until-open = Write it like 2026-11 or November 2026; until then it stays open.
month-write-until-text = Write it like 2026-11 or November 2026; until then “{ $text }” is kept.
characters = { $taken } of { $most } characters.
full = The field is full. Shorten the text, or put the rest elsewhere.
