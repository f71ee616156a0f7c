# The first profile, after the core questions.

after-core = First profile, after the { $count } core questions
continue-about = Continue with the other { $count } questions: the more you answer, the surer the result.
