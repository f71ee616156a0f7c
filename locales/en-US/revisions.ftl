# Whether two files can be compared on the ladder in use, and what differs between them or between two records.

agreed-is-no-side = agreed answers are the result of a session and cannot be one side of it
same-file = is the same file as the first one
statement-out-of-range = has to be a whole number from 0 to { $last }
too-large = the two files together are too large for one record (3 MiB)
not-readable = the two files do not make a record that can be read: { $problem }
unknown-questions = Answers from { $name } to questions that this ladder does not have ({ LIST($ids, type: "unit") }) are kept but not compared.
comparable = Both rated { $both } of the { $all } questions of this ladder; these can be compared.
read-aloud = The same number may stand for a different statement. Read the statements aloud before you rely on a difference.
other-people = The files name different people: { $first } and { $second }.
period = { $from } to { $to }
other-periods = The periods differ: { $first } rated { $first-period }, and { $second } rated { $second-period }.
other-ladder = The other record names a different ladder or revision.
other-side = Instead of { $name }, the other record has { $other }.
answers-differ = { $answers ->
    [0] The file of { $name } has the same answers; examples, evidence or other fields differ.
    [one] The file of { $name } differs in 1 answer.
   *[other] The file of { $name } differs in { $answers } answers.
}
other-seal = The seal of { $name } has a different number or code.
other-session = The seal of { $name } names a different session or has a different salt.
revisions-differ = The revisions of the ladder differ: { $first } answered revision { $first-revision }, and { $second } answered revision { $second-revision }. Revision { $here } is open here.
revision-of-answers = The answers were given on revision { $revision } of the ladder; revision { $here } is open here.
texts-differ = The two ratings name the same revision of the ladder, but its texts differ (different digests).
text-of-answers = The answers were given on a different text of this revision than the one that is open here (different digests).
revision-of-session = The session used revision { $revision } of the ladder; revision { $here } is open here.
text-of-session = The session used a different text of this revision than the one that is open here (different digests).
other-revision = Another revision of the ladder
assessment-revision = This assessment uses revision { $used } of the ladder; revision { $current } is current.
session-revision = This session uses revision { $used } of the ladder; revision { $current } is current.
ladder-revision = This is revision { $used } of the ladder, which the open assessment uses; revision { $current } is current.
on-revision = On revision { $revision } of the ladder.
carry-over = Carry over to revision { $current }
carry-over-about = This makes a copy. { $open ->
    [0] Every answer is kept.
    [one] 1 answer is left open, because its question asks something else now.
   *[other] { $open } answers are left open, because their questions ask something else now.
}
earlier-question = Your answer on revision { $revision }
earlier-line = On revision { $revision }:
kept = Answers to questions that this ladder does not have are kept but not compared.
