=== every kind of token
--- args
--dump=tokens input.koers
--- input
-- a comment
show revenue[all] / 1_200.5, 15%, 10k, 10 EUR as `by month`
  by quarter for 2025-Q1 .. 2025-03-31 where name ~ "a\"b" and x != $p /* gone */
  top 3
--- stdout
1:1 comment -- a comment
2:1 keyword show
2:6 name revenue
2:13 operator [
2:14 keyword all
2:17 operator ]
2:19 operator /
2:21 number 1_200.5
2:28 operator ,
2:30 number 15%
2:33 operator ,
2:35 number 10k
2:38 operator ,
2:40 number 10
2:43 unit EUR
2:47 keyword as
2:50 name `by month`
3:3 keyword by
3:6 unit quarter
3:14 keyword for
3:18 number 2025-Q1
3:26 operator ..
3:29 number 2025-03-31
3:40 keyword where
3:46 name name
3:51 operator ~
3:53 text "a\"b"
3:60 keyword and
3:64 name x
3:66 operator !=
3:69 parameter $p
3:72 comment /* gone */
4:3 word top
4:7 number 3
5:1 end 

=== texts over lines, escapes and placeholders
--- args
--dump=tokens input.koers
--- input
text "line one
{revenue} \{ \u{e9} \t'"
--- stdout
1:1 word text
1:6 text "line one
{revenue} \{ \u{e9} \t'"
3:1 end 

=== an empty file
--- args
--dump=tokens input.koers
--- input
--- stdout
1:1 end 

=== a word that is no keyword here
--- args
--dump=tokens input.koers
--- input
measure rank = count() SHOW Show Straße
--- stdout
1:1 word measure
1:9 name rank
1:14 operator =
1:16 name count
1:21 operator (
1:22 operator )
1:24 keyword SHOW
1:29 keyword Show
1:34 name Stra
1:38 error ß
1:39 name e
2:1 end 

=== characters that mean nothing
--- args
--dump=tokens input.koers
--- input
show a ; ? b
--- stdout
1:1 keyword show
1:6 name a
1:8 operator ;
1:10 error ?
1:12 name b
2:1 end 
