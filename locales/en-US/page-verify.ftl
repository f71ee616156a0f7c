# What the page says on which a closing code is checked.

standfirst = Open the file of a finished record and type the closing code that you noted. Without a code kept by the other side any record can be rebuilt.
file = The file
or-paste = Or paste the text of the record
not-finished = It is not finished, so it has no closing code yet.
about = About { $person }.
record = The record
two-people = { $first } and { $second }.
other-ratings = Another record of this session is in this browser. This one has other ratings.
read-record = Read the record
does-not-hold = The closing code fits, but the record does not hold together.
fits = The code fits: nothing in this record has changed since it was made.
fits-not = The code does not fit: this is another record, or it was changed after the code was made.
code-fault = The code { $fault }.
closing-code = Closing code, 40 digits
check = Check the code
