"""The scripts that bring an older database to this program's schema."""
