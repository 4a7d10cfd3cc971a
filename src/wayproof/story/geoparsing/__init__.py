"""Place names: where a text names a place (mentions), and which place of the gazetteer is meant (toponyms)."""
