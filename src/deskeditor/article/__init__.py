"""What an article is: frozen values and pure functions, standard library only."""
