"""The commands of `cakupan`, each a function that says what it did and ends with an exit code."""
