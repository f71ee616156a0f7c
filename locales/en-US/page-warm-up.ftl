# What the page of the warm-up says.

none = There is no warm-up for this ladder.
dossier-of = Dossier { $at } of { $count }; about five minutes
standfirst = Read about somebody who does not exist, choose one statement for each of { $count } questions, then compare with what the authors of the ladder chose, and why. Nothing of it is kept or counted.
compare = Compare with the authors
you-chose = You chose
authors-chose = The authors chose
says-nothing = { $count } answers say nothing about how strict anybody is. What helps is to read where your statement and theirs differ.
to-sessions = To the sessions
dossier = Dossier { $at }
