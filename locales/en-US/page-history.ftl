# The page with snapshots, and what changed between them.

snapshot-about = A snapshot keeps the answers as they are today, so that a later profile can be held against it.
no-snapshot = There is no snapshot yet.
snapshots = Snapshots
what-changed = What changed
today = today
delete-snapshot = Delete the snapshot of { $day }
from-to = From { $earlier } to { $later }
not-comparable = These two cannot be compared: { $cause }.
before-and-after = Before: { $before } After: { $after }
before = Before: { $said }
after = After: { $said }
different-raters = The two were rated by different people, so the bands are those of true positions.
answers-changed = { $count ->
    [one] { $count } answer changed, and why
   *[other] { $count } answers changed, and why
}
why = What has changed since the last one, and why (optional)
take = Take a snapshot
