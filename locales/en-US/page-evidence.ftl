# Pieces of evidence: their list, ways to begin one, the form of one, and what they show together.

standfirst = What you did, in a form that others can look at. One piece may stand behind several answers; such an answer counts in full, as one with an example does. Nothing else here changes the level.
sealed = These ratings are sealed, so their evidence does not change any more. To change it, open the ratings again at Check your answers; you then seal anew.
pieces = { $count ->
    [0] No piece yet
    [one] 1 piece
   *[other] { $count } pieces
}
shows = What the evidence shows
without-title = a piece without a title
behind-answers = { $count ->
    [one] behind 1 answer
   *[other] behind { $count } answers
}
is-sensitive = sensitive
a-piece = A piece of evidence
begin-question = Begin from a question
write-down-question = Write it down: { $question }
write-down = Write it down
begin-kind = Or from a kind of work
made-up = Made up, for instance: { $example }
add-kind = Add: { $kind }
add = Add
something-else = Something else
add-something-else = Add: something else
what-counts = What counts
what-counts-text = Work whose effect is invisible, still open or years away counts: write when it was said, and to whom. Ask people to confirm by their role, not by their name.
stands-behind = What it stands behind
effect = Through what it had its effect
confirmed-by = Who can confirm it, and how high it reaches
plain-title = What is it, in one line?
plain-reach = How far did it reach?
plain-part = What was your part?
plain-outcome = What has come of it so far?
pending = The outcome is still open
pending-help = Long loops are usual here; an open outcome counts as evidence.
first-month = First month
last-month = Last month
binds-until = Binds others until
months-reversed = The first month lies after the last.
channel-direct = Direct: I did or decided it
channel-others = Through others: I built the judgement of those who did
mechanism = Through what did it have its effect?
mechanism-help = Choose the one that fits best.
is-it = Is it { $mechanism }?
channel = Directly, or through others?
altitude-choice = { $altitude }: { $text }
people = About how many people work differently?
teams = In how many teams?
altitude = At which altitude was it?
corroborator = Who can confirm it?
corroborator-help = As a role, not by name: a Staff engineer in payments.
link = Where can one look?
link-help = An address that begins with https:, http: or mailto:.
link-unread = This is kept as it stands, and no link is made of it: it is no such address.
sensitive = Sensitive
sensitive-help = It stays out of every copy and export unless you ask for it there.
answers-behind = Answers that it stands behind: { $count }
