"""Body and Line to and from HTML, Markdown and plain text: the only place that knows their syntax."""
