"""What stands where in a text: phrases, ages, names, mentions. It decides nothing."""
