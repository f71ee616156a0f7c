# Whether two files can be compared on the ladder in use, and what differs between them or between two records.

agreed-is-no-side = agreed answers come out of a session; they are no side of one
same-file = is the same file as the first one
statement-out-of-range = has to be a whole number from 0 to { $last }
too-large = the two files together are too large for one record (3 MiB)
not-readable = the two files give no record that can be read: { $problem }
unknown-questions = { $name } also answered questions that this ladder does not have ({ LIST($ids, type: "unit") }); they are kept and not compared.
comparable = { $both } of the { $all } questions of this ladder were rated by both and can be compared.
read-aloud = The same number may stand for another sentence: read the statements aloud before you trust a difference.
other-people = The files name different people: { $first } and { $second }.
period = { $from } to { $to }
other-periods = The periods differ: { $first } rated { $first-period }, { $second } { $second-period }.
other-ladder = It names another ladder, or another revision of it.
other-side = In the place of { $name } stands { $other }.
answers-differ = { $answers ->
    [0] The file of { $name } has the same answers, and differs in examples, evidence or other fields.
    [one] The file of { $name } differs in 1 answer.
   *[other] The file of { $name } differs in { $answers } answers.
}
other-seal = The seal of { $name } has another number or another code.
other-session = The seal of { $name } names another session or has another salt.
revisions-differ = { $first } answered revision { $first-revision } of the ladder, { $second } revision { $second-revision }; revision { $here } is open here.
revision-of-answers = The answers were given on revision { $revision } of the ladder; revision { $here } is open here.
texts-differ = The two texts of the ladder are not the same although they have one revision (their digests differ).
text-of-answers = The answers were given on another text of the same revision than the one that is open here (the digests differ).
revision-of-session = The session used revision { $revision } of the ladder; revision { $here } is open here.
text-of-session = The session used another text of the same revision than the one that is open here (the digests differ).
kept = Answers to questions that this ladder does not have are kept and not compared.
