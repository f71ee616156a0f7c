# What the profile says as a picture.

chance-of-each-level = Chance of each level; each dot stands for 5%
where-each-stands = Where each dimension stands
key = Inner band: what the answers say. Outer band: what one rater can know; two careful raters often differ this much. Both cover { $coverage }.
numbers = Estimate { $estimate }; answers say { $answers-say }, one rater { $one-rater }
holds-it-back = holds it back
asked = A line with a triangle: what { $level } asks of the dimension.
