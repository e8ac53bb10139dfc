"""What a document lacks for babies, place by place: for its writers, and for a gate on drafts."""
