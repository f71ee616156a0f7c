# The first profile, after the core questions.

after-core = First profile, after the { $count } core questions
continue-about = Continue goes on with the other { $count } questions; the more of them you answer, the surer the result.
