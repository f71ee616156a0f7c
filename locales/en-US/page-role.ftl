# The shape of the role, and risks in its design.

shape = Shape of the role
target = Target level
target-help = For this level, everything here is only a hint.
patterns = Risks in the design of the role
patterns-help = These are risks of a role, never a verdict on a person. Time is a rough estimate, so no pattern rests on it alone.
looked-at-from = Patterns are checked from { $level } up. Choose the current title or a target level.
for-title-held = For the current title: { $level }
if-title-held = If the title were { $level }
no-signs = No pattern shows its signs.
status = { $status }.
cause = Usual cause in the role
because = Signs
not-known = Unknown
attempts = What to try
pattern-status = { $pattern }: { $status }
not-known-are = Unknown:
no-pattern = No pattern shows all its signs.
worth-a-look = Risks in the design of the role: { LIST($patterns, type: "and") }.
