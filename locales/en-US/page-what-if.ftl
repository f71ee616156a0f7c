# A trial with a copy of the answers.

standfirst = Try other answers here: the saved answers stay the same, and the trial ends when you leave this page.
every-answer = All answers
start-again = Reset to the saved answers
suggestions = Suggestions
raise = Raise the dimension that holds it back
flip = Try the one answer that would change the level
changed-count = { $count } changed
changed = { $question } (changed)
answer-in-record = Saved answer: { $answer }
with-example = With an example
# Above the highest level there is none; `rank` is "highest" or "other".
-level-or-above = { $rank ->
        [highest] { $level }
       *[other] { $level } or above
    }
-points = { $points ->
        [one] 1 percentage point
       *[other] { $points } percentage points
    }
hardly-moves = The chance of { -level-or-above } hardly changes.
rises = The chance of { -level-or-above } rises by { -points }.
falls = The chance of { -level-or-above } falls by { -points }.
level-moves = The most likely level changes.
would-move = What would change
in-record = Saved
in-trial = In the trial
held-back-by = What would hold it back
record = Saved
trial = Trial
chances = Chance of each level, saved and in the trial
level = Level
