# The shape of the role, and what in its design is worth a look.

shape = The shape of the role
target = Which level do you aim at?
target-help = For it everything here is a hint in the conditional.
patterns = What in the design of the role is worth a look
patterns-help = Risks of a role, never a verdict on a person. Time is estimated roughly, so no pattern rests on it alone.
looked-at-from = The patterns are looked at from { $level } upward. Choose the title you hold, or the level you aim at.
for-title-held = For the title held: { $level }
if-title-held = If you held the title of { $level }
no-signs = None of the patterns shows its signs.
status = { $status }.
cause = What in the role usually causes it
because = Because
not-known = Not known
attempts = What to try
pattern-status = { $pattern }: { $status }
not-known-are = Not known:
no-pattern = No pattern of a role gone wrong shows all its signs.
worth-a-look = Worth a look in the design of the role: { LIST($patterns, type: "and") }.
