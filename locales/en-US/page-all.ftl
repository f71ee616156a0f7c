# The page with all questions.

question-of-dimension = { $dimension }, question { $step } of { $of }
so-far = The profile so far
