# What was found about the ways in which a role goes wrong.

present = The signs of it are there
would-be-present = The signs of it would be there
watch = Some signs of it are there
would-be-watched = Some signs of it would be there
absent = No sign that it rests on
not-assessed = Not assessed, because what it rests on is not known
shares-miss-their-whole = The parts are { $missing } { $side ->
        [short] short of
       *[over] over
    } their whole; they count when they add up.
