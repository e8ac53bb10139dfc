"""What a batch is given: files, folders, manifests and addresses, and how the last are fetched."""
