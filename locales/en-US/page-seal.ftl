# What the pages say on which ratings are sealed.

standfirst = Sealing locks your ratings; only you get the number that unlocks them.
open-questions = { $open } of { $asked } questions have no answer. You can seal anyway.
sealing = Sealing takes a second or two. The page does not respond until it is done.
choose-first = Choose one of the two first.
one-laptop-consequence = You get a code and an opening number. After you confirm that you noted the number, the sealed file is saved in this browser and every readable copy of these ratings is deleted. Note the code too; without it, a change to the sealed file would go unnoticed. If you lose the opening number, you have to rate again.
two-laptops-consequence = If you lose the opening number, you can seal again from the readable copy. The record shows the number of the seal.
where = Where does the other side rate?
another-laptop = On another laptop
about-another-laptop = Your readable copy stays in this browser. To change it, you have to open it and seal again.
this-laptop = On this laptop
about-this-laptop = Every readable copy of these ratings is deleted: in this browser, in its other windows, in the undo history and behind Back.
sealed = Your ratings are sealed
send-code = { $laptops ->
    [one] Step 1: note this code
   *[two] Step 1: send both the sealed file and this code
}
about-code = You both enter the code at the reveal. It shows that your ratings were not changed after sealing.
copy-code = Copy the code
copy-file = Copy the file as text
keep-number = Step 2: keep the opening number to yourself
about-number = Write it down; it is not shown again. Tell it to the other side only at the reveal.
copy-number = Copy the opening number
on-this-page-alone = The sealed file exists only on this page until you save it or this browser can store it.
written-when-done = The sealed file is saved in this browser when you press Done. Take the code with you on paper or on your phone: without it, a change to the file would go unnoticed.
save-now = Save the file now. You can send it together with the code, days before the session.
file-stays = The sealed file stays in this browser. You can send it together with the code, days before the session.
not-written = The sealed file could not be saved in this browser: { $cause ->
    [full] its storage is full
    [off] saving is switched off for this page
   *[denied] it does not let the page store anything
}. Save it as a file, or copy it as text.
not-kept = The sealed file is not saved yet
still-readable = Your ratings are still readable here. Free some storage and press Done again. If you have the file, you can also delete the readable ratings now.
remove-readable = I have the file: delete the readable ratings
fits-one-laptop = The digits match. Done deletes every readable copy of these ratings from this browser.
fits = The digits match.
fits-not = These are not the last four digits of the number above.
last-digits = Last four digits of the opening number, from your note
