# A trial over a copy of the answers.

standfirst = Change answers here and see what moves. Your record stays as it is, and the changes are gone when you leave this page.
every-answer = Every answer
start-again = Start again from the record
suggestions = Two trials to begin with
raise = Raise what holds it back
flip = Change the answer that flips it
changed-count = { $count } changed for the trial
changed = { $question } (changed)
answer-in-record = In the record: { $answer }
with-example = With an example
hardly-moves = The chance of { $level } or above hardly moves.
rises = The chance of { $level } or above rises by { $points }.
falls = The chance of { $level } or above falls by { $points }.
level-moves = The most probable level is another one.
would-move = What would move
in-record = In the record
in-trial = In the trial
held-back-by = Then it is held back by
record = Record
trial = Trial
chances = Chance of each level, in the record and in the trial
level = Level
