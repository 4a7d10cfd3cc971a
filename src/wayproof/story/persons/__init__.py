"""Who is in a story: names, nouns and pronouns for persons, companies of people and vehicles."""
