"""A story as text: files read, main text found, paragraphs, sentences, quotations and margins as spans."""
