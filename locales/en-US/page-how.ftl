# How it is calculated.

standfirst = Each answer says something about a position on the ladder. The profile says how likely each level is after all of them, and after what one rater cannot know.
positions = From answers to positions
positions-model = Each dimension is estimated by itself with the graded response model of Samejima (1969). A statement is most likely for people whose position lies between its two thresholds; a harder question shifts them up a little. Before the first answer the middle of each dimension is a little more likely than its ends.
positions-weights = An answer without an example counts as { $weight } of an answer, whether it is high or low. Answers beside the scale are left out and never count as low. A dimension needs { $answers } answers.
one-rater = What one rater cannot know
one-rater-spread = Two careful raters differ. The model gives each rater a shift of their own with a spread of { $shared } of a level over all dimensions, and { $dimension } in each one. So the outer bands are wider than what the answers alone would say, and nobody is placed with certainty.
level = From positions to a level
level-rule = The level is not a sum. Each one asks for certain dimensions, and a high value in one does not make up for a low value in another:
worth = What it is worth
all-at = { LIST($dimensions, type: "and") } at { $level } or above
some-at = At least { $count } of { LIST($dimensions, type: "and") } at { $level } or above
rule = { $conditions }.
