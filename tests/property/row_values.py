"""Random row expressions over the columns that every fact has."""


def scalar(rng):
    n = lambda: rng.choice([("name", "quantity"), ("name", "price"), ("name", "amount"),
                            ("name", "discount")])
    t = lambda: rng.choice([("name", "stage"), ("name", "channel"),
                            ("text", "a Ö b ")])
    d = lambda: rng.choice([("name", "Order Date"), ("name", "sent"),
                            ("period", "2024-02-29")])
    num = lambda *values: ("num", str(rng.choice(values)))
    f = lambda word, *args: ("call", word, args)
    op = lambda sign, a, b: ("op", sign, a, b)
    unit = lambda: ("text", rng.choice(["day", "week", "month", "quarter", "year"]))
    column = lambda: rng.choice([("name", "Order Date"), ("name", "sent")])
    return rng.choice([
        lambda: op("/", n(), n()), lambda: op("*", op("/", n(), num(3, 7)), n()),
        lambda: op("-", op("+", n(), n()), op("*", n(), n())),
        lambda: f("mod", n(), num(3, 7, "2.5")),
        lambda: f("mod", n(), ("neg", num(3, "0.4"))),
        lambda: f("round", n(), num(0, 1, 2)), lambda: f("round", op("/", n(), num(8))),
        lambda: f("floor", n()), lambda: f("ceil", op("/", n(), num(3))),
        lambda: f("sqrt", f("abs", n())),
        lambda: f("ln", op("+", f("abs", n()), num(1))),
        lambda: f("exp", op("/", n(), num(100))), lambda: f("power", n(), num(2, 3)),
        lambda: f("least", n(), n()), lambda: f("greatest", n(), num(4), n()),
        lambda: f("coalesce", n(), num(0)), lambda: f("abs", op("-", n(), n())),
        lambda: f("if", op(">", n(), num(2)), n(), ("empty", n()), num(-1), n()),
        lambda: f("if", op(">", n(), num(2)), n()),
        lambda: f("upper", t()), lambda: f("lower", t()), lambda: f("trim", t()),
        lambda: f("left", t(), num(0, 2, 9)), lambda: f("right", t(), num(0, 2, 9)),
        lambda: f("replace", t(), ("text", "o"), ("text", "00")),
        lambda: f("length", t()), lambda: op("||", t(), op("||", ("text", "-"), t())),
        lambda: f("number", ("text", rng.choice(["12.50", "-3", "0.001"]))),
        lambda: f("text", n()), lambda: f("date", ("text", "2024-02-29")),
        lambda: f("weekday", column()), lambda: f("month_of_year", column()),
        lambda: f("working_days", column(), column()),
        lambda: f("hours", column(), column()),
        lambda: f("days", column(), column()), lambda: f("months", column(), column()),
        lambda: f("later", column(), num(1, 2, 13), unit()),
        lambda: f("later", ("name", "Order Date"), num(1, 3), ("text", "month")),
        lambda: f(unit()[1], column()),
        lambda: f("start of", f("quarter", column())),
        lambda: f("end of", f("month", column())),
        lambda: op("<=", column(), d()), lambda: op("=", t(), t()),
        lambda: ("between", n(), num(0, 1), num(3, 8)),
        lambda: ("in", t(), (t(), ("text", "web"))),
    ])()
