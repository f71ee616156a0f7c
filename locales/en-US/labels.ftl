# What an assessment is, when it was, and what is shown for an answer that is missing.

not-answered = Not answered
self-assessment = Self-assessment
assessment-by-manager = A manager's assessment
assessment-by-peer = A peer's assessment
assessment-by-committee = A committee's assessment
agreed-assessment = Agreed assessment
kind-and-period = { $kind }, { $period }
until = until { $month }
from = from { $month }
from-to = { $first } to { $last }
