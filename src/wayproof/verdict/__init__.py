"""From times and routes to a grade: constraints, rules, what would flip the answer, and the record of it."""
