# What became of a change, of an offer of the host, and of what was read.

refused = This was not taken, and what was there before stays: { $problem }.
not-one-assessment = it is not one assessment, and the page around this one can offer nothing else
from-host = From the page around
one-of-several = { $name }, { $number }
other-ladder = this is for the ladder "{ $id }"; the ladder in use is "{ $own }"
not-mode = “{ $name }” is no mode of this page; there are { LIST($names, type: "and") }.
record-does-not-open = This record cannot be opened: { $problem }.
sheet-is-here = This member's sheet is here already.
sheets = { $count } sheets are here.
blind-ratings = { $count } blind ratings are here.
not-taken = This file was not taken: { $problem }.
record-with-other-ratings = a record of this session with other ratings is here already, and keeps its place
same-header = another file with the same session, role, number and code is here already; delete that one first
invitation-is-here = The invitation is here.
