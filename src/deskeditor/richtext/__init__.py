"""Body and Line as QTextDocument and back, exactly: QtGui only, no widget."""
