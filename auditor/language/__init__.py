"""Text in, statements out."""
