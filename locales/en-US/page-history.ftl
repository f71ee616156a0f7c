# The page with snapshots, and what changed between them.

snapshot-about = A snapshot keeps today's answers, so that you can compare a later profile with them.
no-snapshot = No snapshots yet.
snapshots = Snapshots
what-changed = What changed
today = today
delete-snapshot = Delete the snapshot of { $day }
from-to = From { $earlier } to { $later }
not-comparable = These two cannot be compared: { $cause }.
before-and-after = Before: { $before } After: { $after }
before = Before: { $said }
after = After: { $said }
different-raters = Different people rated the two, so the ranges allow for each rater.
answers-changed = { $count ->
    [one] { $count } answer changed, and why
   *[other] { $count } answers changed, and why
}
why = What changed since the last snapshot, and why (optional)
take = Take a snapshot
