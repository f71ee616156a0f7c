# Months, days and spans of time.

january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
month = { $month } { $year }
day = { $day } { $month }
until = until { $to }
span = { $from } to { $to }
