"""Reports as HTML and Markdown: text that a browser, a wiki or an e-mail shows."""
