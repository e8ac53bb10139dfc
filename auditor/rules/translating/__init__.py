"""The report in another language: files of texts laid over the English ones."""
