"""From text to statements: place names, times, and who was where; nothing here knows how anyone travels."""
