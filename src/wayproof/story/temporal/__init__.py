"""Time expressions: days, clock times, lengths and spans, as windows on the clock of the place they speak of."""
