# A question with all that is answered about it, and the offer of the next one.

about = About { 0 }:
clear = Clear this answer
example = An example you could show (optional)
example-help = One line that you could talk about for two minutes. With three words or more (six characters in Chinese, Japanese or Thai), the answer counts fully.
no-room = The role offered no scope for more
no-room-help = Check this if the role offered nothing larger. It does not change the result.
tells-most = The most informative open question is “{ $question }”.
tells-nothing = No open question is likely to change the result.
looking = Finding the most informative open question.
one-more = If you have time for one more
