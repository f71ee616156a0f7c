# What changed between two snapshots of an assessment.

different-people = they are about different people
different-ladders = answered on different ladders ("{ $earlier }" and "{ $later }")
different-revisions = answered on different revisions of the ladder ({ $earlier } and { $later })
different-texts = answered on ladders of the same revision with different texts
too-few-to-compare = { $dimension }: too few answers to compare.
no-clear-change = { $dimension }: no clear change ({ $coverage } interval { $low } to { $high }).
changed = { $dimension }: { $direction ->
        [higher] higher
       *[lower] lower
    }, by { $by } { $amount ->
        [part] of a level
       *[more] levels
    } ({ $coverage } interval { $near } to { $far }).
over-zero = over 0
