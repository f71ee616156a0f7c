# What the page of a record says.

record = Record
goes-on = This session goes on; what stands here may still change.
about-second-look = With new evidence the two of you can open this once more. That makes a new record, linked to this one; this one stays as it is.
closing-code = Closing code
copy-closing-code = Copy the closing code
hand-out = Hand out
save-record = Save record
save-as-markdown = Save as Markdown
save-agreed = Save agreed answers
for-authors = For the authors of the ladder, without names:
save-unclear = Save unclear statements
unclear-as-table = The same as a table
how-far-apart = How far apart you were
what-is-new = What is new
take-second-look = Take a second look
