# Evidence by month.

along-the-months = Timeline
without-title = Untitled evidence
pending-piece = { $when }; the outcome is open
open = open
from-to = From { $first } to { $last }
mark-ended = Finished, or no end given
mark-open = The outcome is open
table = Evidence by month
piece = Evidence
first-month = First month
last-month = Last month
outcome = Outcome
