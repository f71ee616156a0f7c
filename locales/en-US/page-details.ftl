# The page with title, target, period and people's own names.

link = Title, target and period
optional = Everything here is optional and changes no number
title-held = Title held
target = Target level
target-help = The profile then marks what this level asks of each dimension.
target-next = The level after the most probable one
period = Period
first-month = First month
last-month = Last month
months-out-of-order = The first month lies after the last. Please change one of them.
delete-by = Delete by
delete-by-help = From this day on the page reminds that the record was to be deleted. It deletes nothing by itself.
own-names = Your own names
own-names-help = What these words mean where you work. They stand beside the questions.
