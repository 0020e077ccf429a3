"""Pictures by content hash: what they are is read from their bytes, never from a file name."""

from deskeditor.media.headers import ImageKind, ImageSize, Picture, read_picture
from deskeditor.media.media_store import MediaStore
from deskeditor.media.private_data import without_private_data
from deskeditor.media.reader import MediaReader, NoMedia

__all__ = [
    "ImageKind",
    "ImageSize",
    "MediaReader",
    "MediaStore",
    "NoMedia",
    "Picture",
    "read_picture",
    "without_private_data",
]
