# The page with all answers.

not-answered = { $open ->
    [0] Every question has an answer.
    [one] { $open } of { $all } questions is not answered. You can leave it open.
   *[other] { $open } of { $all } questions are not answered. You can leave them open.
}
sealed = These ratings are sealed
sealed-about = They can no longer be changed. To change them, open them and seal again: this makes a new code and a new opening number, and the record shows the number of the seal.
open-again = Open and seal again
change-question = Change: { $question }
no-room = The role offered no scope for more.
