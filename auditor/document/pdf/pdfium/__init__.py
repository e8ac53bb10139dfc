"""PDFs through pdfium: characters, drawings and pictures of their pages."""
