=== fmt of a file that is not there
--- args
fmt absent.koers input.koers
--- input
show   a
--- stdout
show a
--- stderr
koers: error[E0701]: cannot read `absent.koers`: No such file or directory
--- exit
1

=== fmt of a folder
--- args
fmt /tmp
--- stderr
koers: error[E0701]: cannot read `/tmp`: Is a directory
--- exit
1

=== fmt --check names what is not canonical
--- file good.koers
show a
--- file bad.koers
show   a
--- args
fmt --check good.koers bad.koers
--- stdout
bad.koers
--- exit
1

=== fmt -w leaves a file that is wrong
--- file bad.koers
show   a by by
--- args
fmt -w bad.koers; cat bad.koers
--- stdout
show   a by by
--- stderr
bad.koers:1:13: error[E0202]: something is missing between `by` and `by`; wanted an expression
    1 | show   a by by
      |             ^~

=== fmt -w writes
--- file bad.koers
show   a
--- args
fmt -w bad.koers; cat bad.koers; ls
--- stdout
show a
bad.koers
input.koers

=== fmt -w of a file in a folder
--- file sub/bad.koers
show   a
--- args
fmt -w sub/bad.koers && cat sub/bad.koers
--- stdout
show a

=== fmt to a full disk
--- input
show a
--- args
fmt input.koers >/dev/full
--- stderr
koers: standard output could not be written
--- exit
5
