# The ladder to read.

search = Search the ladder
found = { $count } of { $all } questions
print = Print
copy = Copy as Markdown
save = Save as Markdown
copied = Copied.
by-hand = Clipboard access is blocked here. Select the text and copy it.
levels = The levels
from-to = From { $lower } to { $upper }
terms = Terms used here
core = Core question.
not-part-of-work = Not part of the work
example = In { $system } work: { $text }
overdone = Overdone
