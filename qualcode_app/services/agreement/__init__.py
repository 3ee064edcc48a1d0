"""Inter-coder agreement: from codings to reliability data, figures and passages."""
