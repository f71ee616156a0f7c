# The section More: its links on the profile, and evidence at a question.

profile = Profile
beside = More
beside-hint = Optional. Only one thing here affects the level: an answer backed by evidence or an example counts fully; without, it counts { $share }.
dates-due = { $count ->
    [one] 1 review is due.
   *[other] { $count } reviews are due.
}
organization = Organization
organization-open = Whether the organization gives this role what it needs is not answered yet. Until it is, a gap in the organization can look like a gap in the person.
organization-answer = Answer nine questions about the organization
organization-answers = Answers about the organization
cite = Or cite evidence
cited = Evidence cited: { $count }
pieces-behind = Evidence that backs this answer
piece-without-title = Untitled evidence
no-piece = No evidence yet.
write-piece = Add evidence
unreadable = Some of this could not be read
unreadable-stays = The following is kept in this assessment unchanged until you replace it.
unreadable-more = And { $count } more.
