# Whether the organization gives the role what it needs.

present = Present
partly = Partly
absent = Absent
cannot-tell = I cannot tell
needs-record = The answers are saved in a new manager's assessment, which holds nothing about a person.
kept-in = These answers are saved in “{ $assessment }” and shown with its profile. To answer for the company as a whole, use a separate assessment, which holds nothing about a person.
answer = Answer nine questions
answer-apart = Answer in a separate assessment
needs = What this kind of role needs
come-to = What the answers show
attempts = What to try
answered-already = Already answered
answered-elsewhere = Another assessment here has answers about the organization.
take-over = Copy the answers from “{ $assessment }”
