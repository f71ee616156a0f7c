# What the page says on which a closing code is checked.

standfirst = Check a finished record against the closing code that you noted; a code read off the record itself proves nothing.
file = The file
or-paste = Or paste the text of the record
not-finished = It is not finished, so it has no closing code yet.
about = About { $person }.
record = The record
two-people = Between { $first } and { $second }.
other-ratings = This browser has another record of this session. The ratings in this one are different.
read-record = Read the record
does-not-hold = The closing code fits, but the record contradicts itself.
fits = The code fits: nothing in this record has changed since it was made.
fits-not = The code does not fit. Either this is a different record, or it was changed after the code was made.
code-fault = The code { $fault }.
closing-code = Closing code, 40 digits
check = Check the code
