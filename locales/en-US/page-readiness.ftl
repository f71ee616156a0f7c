# Whether the organization gives the role what it needs.

present = Present
partly = Partly
absent = Absent
cannot-tell = I cannot tell
needs-record = The answers need a record to be kept in. This one is a manager's, holds nothing about a person, and stays in this browser as everything else does.
kept-in = The answers below are kept in “{ $assessment }” and stand beside its profile. An executive can answer for the company in a record apart, which holds nothing about a person.
answer = Answer nine questions
answer-apart = Answer in a record apart
needs = What a role of this kind needs
come-to = What the answers come to
attempts = What to try
answered-already = Answered already
answered-elsewhere = Another record here has answers about the organisation.
take-over = Take over the answers of “{ $assessment }”
