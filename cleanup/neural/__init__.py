"""The edit tagger: model loading, tagging, confidence."""
