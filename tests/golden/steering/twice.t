=== a driver that a formula has twice, or that also says `drives`, is one driver
--- schema shop
--- args
--version >/dev/null; "$KOERS" --today 2025-06-15 --format csv run s.koers | grep -E '^(A5|B1|B4|C5),'
--- file s.koers
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure done = count() where status = "done"  measure open = count() where status = "open" }
indicator wins   { measure done  level operational  rhythm quarterly  target >= 12 for 2027  drives rate }
indicator losses { measure open  level operational  rhythm monthly  target <= 8 for 2026 }
indicator rate   { formula wins / (wins + losses)  level strategic  rhythm monthly  target >= 55% for 2026 }
indicator less   { measure open  level tactical  rhythm monthly  target >= 8 for 2026 }
indicator share  { formula wins / (wins + less)  level strategic  rhythm monthly  target >= 55% for 2026 }
check steering
--- stdout
A5,warning,indicator wins,s.koers:4,`wins` drives `rate` past the tactical level,put the tactical indicator between them that a manager acts on,
A5,warning,indicator rate,s.koers:6,`losses` drives `rate` past the tactical level,put the tactical indicator between them that a manager acts on,
A5,warning,indicator share,s.koers:8,`wins` drives `share` past the tactical level,put the tactical indicator between them that a manager acts on,
B1,warning,indicator wins,s.koers:4,"operational, `wins` is looked at quarterly, and `share`, which it drives, monthly",look at the driver at least as often,
B1,warning,indicator wins,s.koers:4,"operational, `wins` is looked at quarterly, and `rate`, which it drives, monthly",look at the driver at least as often,
B4,error,indicator wins,s.koers:4,"what is reached by its last target shows in `share` until 2027-12-31, after 2026-12-31","set its target for an earlier time, or that of what it drives for a later one",
B4,error,indicator wins,s.koers:4,"what is reached by its last target shows in `rate` until 2027-12-31, after 2026-12-31","set its target for an earlier time, or that of what it drives for a later one",
C5,error,indicator share,s.koers:8,"`less` is steered up, which moves `share` down, and that is steered up","turn one of the targets round, or the link",

=== a driver that needs months to show is held against what follows months later
--- schema shop
--- args
--version >/dev/null; for after in '' 'after 3 months' 'after 9 months'; do sed "s/AFTER/$after/" s.koers >t.koers; "$KOERS" --today 2025-06-15 --format csv run t.koers | grep '^E1,' | cut -d, -f1-5; done
--- file s.koers
-- 1, 2, 1, 0, 1 orders from January on: n is red in April and May, many is green in February only.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  covers 2025  measure n = count() }
indicator much { measure n  level strategic  rhythm monthly  target >= 2 }
indicator some { measure n + 1  level operational  rhythm monthly  target >= 1  drives much AFTER }
check steering
--- stdout
E1,warning,indicator some,t.koers:5,"levels out of step: for 2 periods it was green and `much`
E1,warning,indicator some,t.koers:5,"levels out of step: for 2 periods it was green and `much`

=== an amount over a number of different things is another one in a longer time
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  covers 2025
  measure cost = sum(freight)  measure n : count = count()  measure buyers = count(distinct customer_id) }
indicator of_each { measure cost / buyers  rhythm monthly  target >= 20 for 2025 }
indicator per_year { measure cost / buyers  rhythm yearly  target >= 5 for 2024 }
indicator halves { measure (cost - n) / (cost + n)  rhythm monthly  target >= 0.1 for 2025 }
set today = 2025-06-02
list indicator, period, status, reason from koers_indicators where starts_on >= 2025-05-01 or indicator = "per_year"
--- stdout
indicator  period   status  reason
─────────  ───────  ──────  ────────────────────────────────────────────────────────────────
of_each    2025-05  grey    its target is for 2025, and nothing says what is good in 2025-05
per_year   2024     grey    it has no value in 2024
halves     2025-05  green   (none)

=== what is to be reached by the end of a year stands for that year
--- schema shop
--- args
--version >/dev/null; "$KOERS" --today 2025-06-15 --format csv run s.koers | grep -E '^(C2|C3),'
--- file s.koers
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure cost = sum(freight)  measure n : count = count() }
indicator all_cost { formula how_many * of_each  rhythm monthly  target >= 50 for 2026 }
indicator how_many { measure n  rhythm monthly  target >= 10 by 2026 }
indicator of_each  { measure cost / n  rhythm monthly  target >= 4 for 2026 }
check steering
--- stdout
C2,error,indicator all_cost,s.koers:4,"its drivers' targets make 40, not 50; `of_each` would have to be 5 (target 4, now 7.75), or `how_many` would have to be 13 (target 10)",change one of the targets,

=== who owns a meeting is one person; what starts at nothing has no rate of change
--- schema shop
create table staff (name text, role text);
insert into staff values ('Olga', 'director');
--- args
--version >/dev/null; "$KOERS" --today 2025-06-15 --format csv run s.koers | grep -E '^A2,.*ritual|^C6,'
--- file s.koers
open "store.db"
source people from table staff { key name  dimension role }
staff from people (name, role)
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
indicator often { measure n  level operational  owner "Olga"  rhythm monthly  baseline 0  target >= 2  action "Sell." }
ritual monday { owner "Zed"  rhythm weekly  attendees "director"  steers often }
ritual friday { owner "Olga"  rhythm weekly  attendees "director"  steers often }
check steering
--- stdout
A2,error,ritual monday,s.koers:6,"nobody is called or works as its owner ""Zed""",name a person of the organisation,
C6,info,steering,,not checked for `often`: what it starts from is 0 or less,,

=== who comes to a meeting, and who belongs to an audience, works here
--- schema shop
create table staff (name text, role text);
insert into staff values ('Olga', 'director');
--- args
--version >/dev/null; "$KOERS" --today 2025-06-15 --format csv run s.koers | grep 'called or works'
--- file s.koers
open "store.db"
source people from table staff { key name  dimension role }
staff from people (name, role)
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
audience board members "director", "Olag"
indicator often { measure n  level operational  owner "Olga"  rhythm monthly  target >= 2  action "Sell." }
ritual monday { owner "Olga"  rhythm weekly  attendees "director", "sellr"  steers often }
check steering
--- stdout
A7,warning,audience board,s.koers:5,"nobody is called or works as ""Olag""",name a person or a role of `staff`,
A7,warning,ritual monday,s.koers:7,"nobody is called or works as ""sellr""",name a person or a role of `staff`,
