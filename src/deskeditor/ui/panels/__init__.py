"""The panels beside the editor: each shows one part of an article; none knows another."""
