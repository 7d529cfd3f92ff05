"""Words: labels in both languages, closed vocabularies, and how numbers and dates are displayed."""
