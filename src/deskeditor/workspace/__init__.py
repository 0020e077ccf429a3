"""What is open at the desk: articles with their documents and undo, the list, jobs and notices."""
