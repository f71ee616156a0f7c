# The ladder to read.

search = Search the ladder
found = { $count } of { $all } questions
print = Print
copy = Copy as Markdown
save = Save as Markdown
copied = Copied.
by-hand = This browser keeps the clipboard closed here. Select the text and copy it.
levels = The levels
from-to = From { $lower } to { $upper }
terms = Words used here
core = One of the core questions.
not-part-of-work = Not part of the work
example = In { $system } work: { $text }
overdone = Over-done
