# The labels of what a profile says first.

holds-back = What holds it back
missing = What is missing
next-step = One next step
