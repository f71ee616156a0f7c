# What the form of an invitation says.

person-and-manager = The person and their manager
person-and-peer = The person and a peer
manager-and-peer = A manager and a peer, about a third person
unreadable-month = One of the months cannot be read. Correct it first: both of you rate the same period.
no-randomness = This browser gives no unpredictable numbers, so no session can begin here. Try another browser.
questions = Questions
core-questions = The { $count } core questions, about 15 minutes each
all-questions = All { $count } questions, about 25 minutes each
period = Period
first-month = First month
last-month = Last month
out-of-order = The first month lies after the last. Please change one of them.
who-rates = Who rates
make = Make the invitation
