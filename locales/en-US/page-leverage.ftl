# The leverage mix, and what evidence shows of it.

mix = Leverage mix
mix-help = { $mechanisms } ways in which one person's work changes what many others do. There is no right mix, and it does not affect the level.
how-to-tell = How to tell
the-mix = The mix
row = { $part } of the mix. How often: { $often }. How far: { $reach }.
the-mix-said = Leverage mix, by the answers
the-mix-about = How often times how far, as a share of the total
numbers = Numbers of the leverage mix
mechanism = Mechanism
how-often = How often
how-far = How far
part-of-whole = Share
direct-or-amplified = Direct or through others
no-evidence = No evidence names a mechanism yet.
pieces = { $count ->
    [0] none
    [one] 1 piece
   *[other] { $count } pieces
}
pieces-by-channel = { $direct } direct, { $others } through others, { $unsaid } not specified
direct-or-amplified-shown = Direct or through others, by the evidence
each-mark = Each mark is one piece of evidence
mark-direct = Direct: done or decided in person
mark-others = Through the judgment of others
mark-unsaid = Not specified
evidence-by-mechanism = Evidence by mechanism
direct = Direct
through-others = Through others
unsaid = Not specified
