# What the form of an invitation says.

person-and-manager = The person and their manager
person-and-peer = The person and a peer
manager-and-peer = A manager and a peer, about a third person
unreadable-month = One of the months cannot be read. Correct it first; both sides rate the same period.
no-randomness = This browser does not provide secure random numbers, so no session can start here. Try another browser.
questions = Questions
core-questions = The { $count } core questions, about 15 minutes per person
all-questions = All { $count } questions, about 25 minutes per person
period = Period
first-month = First month
last-month = Last month
out-of-order = The first month is after the last. Change one of them.
who-rates = Who rates
make = Make the invitation
