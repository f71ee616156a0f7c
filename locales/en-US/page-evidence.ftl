# Pieces of evidence: their list, ways to start one, the form of one, and what they show together.

standfirst = Evidence is work that others can check; an answer that it backs counts fully, as one with an example does.
sealed = These ratings are sealed, so their evidence can no longer be changed. To change it, open the ratings at Check your answers and seal again.
pieces = { $count ->
    [0] No evidence yet
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
}
shows = What the evidence shows
without-title = an untitled piece of evidence
behind-answers = { $count ->
    [one] backs 1 answer
   *[other] backs { $count } answers
}
is-sensitive = sensitive
a-piece = A piece of evidence
begin-question = Start from a question
write-down-question = Write it down: { $question }
write-down = Write it down
begin-kind = Or start from a kind of work
made-up = Fictional example: { $example }
add-kind = Add: { $kind }
add = Add
something-else = Something else
add-something-else = Add: something else
what-counts = What counts
what-counts-text = Work counts even if its effect is invisible, still open or years away. Write down when it was said, and to whom. Name people who can confirm it by role, not by name.
stands-behind = What it backs
effect = How it made a difference
confirmed-by = Who can confirm it, and how far up it reached
plain-title = What is it, in one line?
plain-reach = How far did it reach?
plain-part = What was the contribution?
plain-outcome = What is the outcome so far?
pending = The outcome is still open
pending-help = Outcomes at these levels often take years. An open one counts too.
first-month = First month
last-month = Last month
binds-until = Binds others until
months-reversed = The first month is after the last.
channel-direct = Direct: did or decided it in person
channel-others = Through others: built the judgment of those who did it
mechanism = How did it make a difference?
mechanism-help = Choose the one that fits best.
is-it = Is it { $mechanism }?
channel = Directly, or through others?
altitude-choice = { $altitude }: { $text }
people = About how many people work differently?
teams = In how many teams?
altitude = How far up did it reach?
corroborator = Who can confirm it?
corroborator-help = By role, not by name: a Staff engineer in payments.
link = Where can others see it?
link-help = An address that begins with https:, http: or mailto:.
link-unread = This is kept as text, without a link: it is not an address of this kind.
sensitive = Sensitive
sensitive-help = It is left out of every copy and export unless you include it there.
answers-behind = Answers that it backs: { $count }
