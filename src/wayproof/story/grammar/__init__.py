"""Sentences: clauses with their verbs, voice and actors, and what they tell of a place."""
