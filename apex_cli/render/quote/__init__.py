"""The customer's quote and the shop's own sheet: made once, written in three ways."""
