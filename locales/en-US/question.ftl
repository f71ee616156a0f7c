# A question with all that is answered about it, and the offer of the next one.

about = About { 0 }:
clear = Clear this answer
example = An example you could show (optional)
example-help = A line that you could talk about for two minutes. From three words on, the answer counts in full; in Chinese, Japanese or Thai from six characters on.
no-room = There was no room for more here
no-room-help = Tick this if the role offered nothing larger. It changes no number.
tells-most = Of the open questions, the answer to “{ $question }” would tell most.
tells-nothing = No open question is likely to change the result.
looking = Looking for the open question that would tell most.
one-more = If you have time for one more
