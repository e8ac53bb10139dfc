"""Text made ready to be searched: one way of writing, words, sentences."""
