# What became of a change, of an offer of the embedding page, and of what was read.

refused = This change was not made: { $problem }.
not-one-assessment = it is not a single assessment, and the embedding page can offer nothing else
from-host = From the embedding page
one-of-several = { $name }, { $number }
other-ladder = this is for the ladder "{ $id }"; the ladder in use is "{ $own }"
not-mode = “{ $name }” is not a mode of this page; the modes are { LIST($names, type: "and") }.
record-does-not-open = This record cannot be opened: { $problem }.
sheet-is-here = This member's review form is already here.
sheets = { $count ->
    [one] 1 review form is here.
   *[other] { $count } review forms are here.
}
blind-ratings = { $count ->
    [one] 1 blind rating is here.
   *[other] { $count } blind ratings are here.
}
not-taken = This file was not taken: { $problem }.
record-with-other-ratings = a record of this session with other ratings is already here and is kept
same-header = another file with the same session, role, number and code is already here; delete that one first
invitation-is-here = The invitation is here.
