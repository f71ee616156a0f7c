# The record of a session and a committee's marks on it: grounds of a reason, and what is wrong in their files.

ground-new-example = new example
ground-read-differently = read it differently
ground-other-period = other period
ground-own-words = own words
no-sides = this session does not have two sides
not-length = has to be one of { LIST($lengths, type: "unit") }
not-side = "{ $found }" is not a side; it is "first" or "second"
nothing-agreed = is missing, so nothing was agreed
no-reasons = needs a reason from each side, because dissent was recorded
not-outcome = "{ $found }" is not known; it is "agreed", "dissent" or "left-as-rated"
not-mark = "{ $found }" is not known; it is "agree", "question" or "pass"
