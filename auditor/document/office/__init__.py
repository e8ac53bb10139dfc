"""Files of office programs: text, slides and sheets of Word, OpenDocument and their kin."""
