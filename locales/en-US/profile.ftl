# What a profile says.

too-few-answers = There are too few answers to say.
