# The ladder as Markdown.

not-part-of-the-work = Not part of the work
example = In { $system } work: { $text }
overdone = Overdone
