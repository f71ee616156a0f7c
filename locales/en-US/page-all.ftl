# The page with all questions.

question-of-dimension = { $dimension }, question { $step } of { $of }
so-far = Profile so far
