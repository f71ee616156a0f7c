# Pieces of evidence along the months.

along-the-months = Along the months
without-title = A piece without a title
pending-piece = { $when }; the outcome is open
open = open
from-to = From { $first } to { $last }
mark-ended = Ended, or as far as it is told
mark-open = The outcome is open
table = Pieces along the months
piece = Piece
first-month = First month
last-month = Last month
outcome = Outcome
