"""Rich text (.rtf): its tokens, what its groups are for, and the stories in them."""
