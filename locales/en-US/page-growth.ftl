# What stands beside the level: its links on the profile, and pieces of evidence at a question.

profile = Profile
beside = Beside the level
beside-hint = All of it is optional, and nothing here changes the level. One thing comes close: a piece of evidence behind an answer lets it count in full, as an example does.
dates-due = { $count ->
    [one] 1 date has come to look again.
   *[other] { $count } dates have come to look again.
}
organisation = The organisation beside the person
organisation-open = Whether the company gives such a role what it needs is not answered yet. A gap of the organisation looks like a gap of the person until somebody asks.
organisation-answer = Answer nine questions about the organisation
organisation-answers = The answers about the organisation
cite = Or cite a piece of evidence
cited = Evidence cited: { $count }
pieces-behind = Pieces of evidence behind this answer
piece-without-title = A piece without a title
no-piece = There is no piece yet.
write-piece = Write a piece of evidence
unreadable = Not everything here can be read
unreadable-stays = What follows stays in this record as it is, until something takes its place.
unreadable-more = And { $count } more.
