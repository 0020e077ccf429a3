"""What a newsroom does, one function each, without Qt: the window and the command line call the same ones."""
