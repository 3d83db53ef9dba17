# Fills the keywords of lexer/keywords.def into parser/grammar.y:
#   awk -f lexer/keywords.awk lexer/keywords.def parser/grammar.y
# A line @TOKENS@ becomes the token declarations, @CLASS@ the names of that class.
FNR == NR {
    if (match($0, /^KEYWORD\(/)) {
        split(substr($0, 9), field, ", *")
        name = "K_" field[1]
        tokens = tokens "%token " name " " field[2] "\n"
        class = field[3]
        bar = alternatives[class] == "" ? "  " : "| "
        alternatives[class] = alternatives[class] bar name "\n"
    }
    next
}
/^@TOKENS@$/ { printf "%s", tokens; next }
/^@[A-Z_]+@$/ { printf "%s", alternatives[substr($0, 2, length($0) - 2)]; next }
{ print }
