# How it is calculated.

standfirst = The profile combines all answers into a chance for each level, and allows for what one rater cannot know.
positions = From answers to positions
positions-model = Each dimension is estimated separately with the graded response model (Samejima, 1969). A statement is most likely for people whose position is between its two thresholds; a harder question shifts both up a little. Before the first answer, the middle of each dimension is slightly more likely than its ends.
positions-weights = An answer without an example counts { $weight }, whether it is high or low. Answers off the scale are left out and never count as low. A dimension needs { $answers } answers.
one-rater = What one rater cannot know
one-rater-spread = Two careful raters differ. The model gives each rater a shift, with a spread of { $shared } of a level across all dimensions and { $dimension } within each one. So the thin lines are longer than the thick bars, and no result is certain.
level = From positions to a level
level-rule = The level is not a sum. Each level requires certain dimensions, and a high value in one does not make up for a low value in another:
worth = How far to trust it
all-at = { LIST($dimensions, type: "and") } at { $level } or above
some-at = At least { $count } of { LIST($dimensions, type: "and") } at { $level } or above
rule = { $conditions }.
