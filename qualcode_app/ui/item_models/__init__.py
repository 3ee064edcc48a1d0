"""Rows of services as Qt's lists and tables want them."""
