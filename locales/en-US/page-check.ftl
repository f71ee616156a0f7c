# The page with all answers.

not-answered = { $open ->
    [0] Every question has an answer.
    [one] { $open } of { $all } questions is not answered; that is allowed.
   *[other] { $open } of { $all } questions are not answered; that is allowed.
}
sealed = These ratings are sealed
sealed-about = They do not change any more. You can open them again and seal them anew: that makes a new code and a new opening number, and the record says which seal it was.
open-again = Open again and seal anew
change-question = Change: { $question }
no-room = There was no room for more here.
