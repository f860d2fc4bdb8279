"""Answers held to account: verified, replayed, locked, checked in a repository."""
