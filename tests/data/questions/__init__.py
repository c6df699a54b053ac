"""Questions as people type them, with what each means, over invented students and adults with awkward names."""
