# The leverage mix, and what evidence shows of it.

mix = Leverage mix
mix-help = { $mechanisms } mechanisms through which one person's work changes what many do. There is no right mix; it describes, and enters no level.
how-to-tell = How to tell
the-mix = The mix
row = { $part } of the mix. How often: { $often }. How far: { $reach }.
the-mix-said = The mix, by what you said
the-mix-about = How often times how far, as a part of the whole
numbers = Numbers of the leverage mix
mechanism = Mechanism
how-often = How often
how-far = How far
part-of-whole = Part of the whole
direct-or-amplified = Direct against amplified
no-evidence = No piece of evidence names a mechanism yet.
pieces = { $count ->
    [0] none
    [one] 1 piece
   *[other] { $count } pieces
}
pieces-by-channel = { $direct } direct, { $others } through others, { $unsaid } not said which
direct-or-amplified-shown = Direct against amplified, by the evidence
each-mark = Each mark is one piece
mark-direct = Direct: done or decided by you
mark-others = Through the judgement of others
mark-unsaid = Not said which
evidence-by-mechanism = Evidence by mechanism
direct = Direct
through-others = Through others
unsaid = Not said
