# The message that invites to a session, and why none was found in a text.

not-found = There is no invitation in this text. Copy the whole message, from "{ $begin }" to "{ $end }".
cut-off = The end of the invitation is missing. Copy the whole message, up to "{ $end }".
damaged = The invitation was damaged on the way. Copy the message again, or ask for a new one.
unreadable = The invitation cannot be read: { $problem }.
text = Invitation to a calibration: ladder { $ladder }{ $stated ->
    [revision] , revision { $revision }
   *[none] { "" }
}; { $questions ->
    [core] the core questions
   *[all] all questions
}{ $period ->
    [since] ; work since { $from }
    [until] ; work until { $to }
    [span] ; work from { $from } to { $to }
   *[none] { "" }
}; roles { $first } and { $second }. To join, open the Ladder calibration page, choose Start calibration, and paste this message there.
not-question-set = has to be "core" or "all"
not-two-roles = has to have two different roles
not-session-id = has to be 8 to 64 letters, digits and hyphens
not-rater-role = "{ $id }" is not the role of a rater; it is one of self, manager, peer, committee
