# The page with title, target, period and a company's own terms.

link = Settings
optional = Everything here is optional and does not change the level
title-held = Current title
target = Target level
target-help = The profile marks what this level requires in each dimension.
target-next = The level above the most likely one
period = Period
first-month = First month
last-month = Last month
months-out-of-order = The first month is after the last. Change one of them.
delete-by = Delete by
delete-by-help = From this day on, the page reminds you to delete this assessment. It deletes nothing on its own.
own-names = Your company's terms
own-names-help = What these terms are called where you work. They are shown next to the questions.
