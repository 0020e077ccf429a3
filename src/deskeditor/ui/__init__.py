"""The window: shows values, emits intent."""
