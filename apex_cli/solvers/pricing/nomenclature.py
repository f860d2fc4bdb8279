"""What the terms of a takeoff and of a price mean: term and unit to meaning."""

TAKEOFF: dict[tuple[str, str], str] = {
    ("h", "ft"): "top of the sign",
    ("z_bottom", "ft"): "lower edge of the cabinet",
    ("s", "ft"): "height of the cabinet",
    ("B", "ft"): "width of the cabinet",
    ("A_s", "ft2"): "area of the cabinets counted so far",
    ("A_before", "ft2"): "area of the cabinets before this one",
    ("A_given", "ft2"): "area of this cabinet as given",
    ("n_p", "1"): "number of poles",
    ("h_p", "ft"): "height of the poles above grade",
    ("L_p", "ft"): "length of all poles",
    ("w_p", "lbf/ft"): "weight of a pole over its length",
    ("W_p", "lbf"): "weight of all poles",
}
PRICE: dict[tuple[str, str], str] = {
    ("unit_amount", "USD/unit"): "unit price",
    ("index", "1"): "index of the region",
    ("quantity", "unit"): "quantity that is charged",
    ("amount", "unit"): "quantity of one sign",
    ("minimum", "unit"): "least quantity that is charged",
    ("minimum", "USD"): "least price",
    ("increment", "unit"): "step by which the quantity is rounded up",
    ("n", "1"): "how often the row is charged: for each sign, or once",
    ("above", "unit"): "where the step of the book begins",
    ("up_to", "unit"): "where the step of the book ends",
    ("cost", "USD"): "cost that is passed through",
    ("base", "USD"): "sum of the lines that the row is reckoned from",
    ("rate", "%"): "percentage",
    ("to", "USD"): "amount to a multiple of which the sum is rounded",
}
