"""The search index, filled from the articles."""

from alembic import op

from deskeditor.store.reindex import rebuild_index
from deskeditor.store.search_index import create_index, drop_index

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index. What is derived is always made by the present program, not by the one of then."""
    create_index(op.get_bind())
    rebuild_index(op.get_bind())


def downgrade() -> None:
    """Remove the index."""
    drop_index(op.get_bind())
