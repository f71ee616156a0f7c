# What the programs without a page say about their files.

about-file = { $file }: { $problem }
not-two-files = a comparison takes two files, not { $found }
agreed-with-others = agreed answers already contain the ratings that they came from and cannot be combined with { $other }
other-subject = names a different subject than { $other }
same-role = has the same rater role as { $other } ({ $role })
