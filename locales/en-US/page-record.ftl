# What the page of a record says.

record = Record
goes-on = This session is not finished, so this record may still change.
about-second-look = With new evidence, the two of you can open this once more. That makes a new record, linked to this one; this one does not change.
closing-code = Closing code
copy-closing-code = Copy the closing code
hand-out = Save or print
save-record = Save record
save-as-markdown = Save as Markdown
save-agreed = Save agreed answers
for-authors = For the authors of the ladder, without names:
save-unclear = Save unclear statements
unclear-as-table = Save them as a table
how-far-apart = How far apart the ratings were
what-is-new = What is new
take-second-look = Take a second look
