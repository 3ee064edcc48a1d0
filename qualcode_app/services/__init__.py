"""The use cases as plain functions: session first, changes or frozen values out."""
