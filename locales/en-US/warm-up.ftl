# How answers to a fictional file compare with the authors'.

nothing-to-compare = There is no answer yet to compare with the authors'.
above = You were above the authors on { $above } of { $all }{ -and-below }{ -and-same }{ -and-open }.
below = You were below the authors on { $below } of { $all }{ -and-same }{ -and-open }.
same = You chose the same as the authors on { $same } of { $all }{ -and-open }.
-and-below = { $below ->
        [0] { "" }
       *[other] , below on { $below }
    }
-and-same = { $same ->
        [0] { "" }
       *[other] , the same on { $same }
    }
-and-open = { $open ->
        [0] { "" }
       *[other] ; { $open } not answered
    }
