# What several pages of calibrations say.

choose-files = Choose files
two-people-on = { $first } and { $second }, { $day }
finished-on = Finished { $time }.
second-look = A second look
seal-of = { $role }, seal { $number }
sealed-file-of = The sealed file of the { -role }
-role = { $role ->
    [self] self-rater
    [manager] manager
    [peer] peer
    [committee] committee member
   *[agreed] both
}
save-sealed-file = Save sealed file
print = Print
save-as-html = Save as HTML
copy-as-markdown = Copy as Markdown
done = Done
