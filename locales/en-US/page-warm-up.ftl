# What the page of the warm-up says.

none = There is no warm-up for this ladder.
dossier-of = Case { $at } of { $count }; about five minutes
standfirst = Read a fictional case, answer { $count } questions about it, and compare your answers with the authors'; nothing is saved.
compare = Compare with the authors
you-chose = You chose
authors-chose = The authors chose
says-nothing = { $count } answers do not show how strict a rater is. Read where your statement and theirs differ.
to-sessions = To the sessions
dossier = Case { $at }
