"""The words that the reading knows: verbs of motion, nouns for people, means of travel, numbers, and word lists."""
