# What the pages say on which ratings are sealed.

standfirst = Sealing encrypts your ratings under a number that only you get. You send the file and its code to the other side; nobody can read the file until you both open.
open-questions = { $open } of { $asked } questions have no answer. That is allowed.
sealing = Sealing takes a second or two; the page stands still meanwhile.
choose-first = Choose one of the two first.
one-laptop-consequence = You get a code and an opening number. Once you have noted the number, the sealed file is written into this browser and every readable copy of these ratings goes. Without the code, you trust the owner of this laptop. A lost opening number means rating again.
two-laptops-consequence = A lost opening number means rating again, or sealing anew from the readable copy; the record says which seal it was.
where = Where does the other side rate?
another-laptop = On another laptop
about-another-laptop = Your readable copy stays in this browser. It cannot be changed unless you open it again and seal anew.
this-laptop = On this laptop
about-this-laptop = Every readable copy goes: the saved ratings, what could be undone, other windows, and what Back would show.
sealed = Your ratings are sealed
send-code = Send now: the code
about-code = It is made from your ratings. The other side keeps it, and types it in at the reveal.
copy-code = Copy the code
copy-file = Copy the file as text
keep-number = Keep for yourself: the opening number
about-number = Write it down. It is shown here and nowhere again; tell it only at the reveal. If it is lost, you rate again.
copy-number = Copy the opening number
on-this-page-alone = The sealed file is on this page alone, until you save it or it can be written into this browser.
written-when-done = The sealed file is written into this browser when you press Done. Take the code away on paper or on your phone: without it, you trust the owner of this laptop.
save-now = File and code may travel together, days before the session. Save the file now.
file-stays = The sealed file stays in this browser. File and code may travel together, days before the session.
not-written = The sealed file could not be written into this browser: { $cause ->
    [full] its storage is full
    [off] whoever runs this page switched saving off
   *[denied] it does not let the page store anything
}. Save it, or copy it as text.
not-kept = The sealed file is not kept yet
still-readable = Your ratings are still readable here. Make room and press Done once more. Or, when you have the file, remove the readable ratings all the same.
remove-readable = I have the file: remove the readable ratings
fits-one-laptop = That fits. Done removes every readable copy of these ratings from this browser.
fits = That fits.
fits-not = These are not the last four digits of the number above.
last-digits = Type its last four digits from your note
