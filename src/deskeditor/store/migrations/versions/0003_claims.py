"""Claims and open queries beside their articles, claims searchable by their words; how far each article is checked."""

import sqlalchemy as sa
from alembic import op

from deskeditor.store.claim_index import create_claim_index, drop_claim_index

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them, empty: no article of an older store has claims."""
    for name in ("claims_settled", "claims_total"):
        op.add_column("article", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "claim",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_claim"),
        sa.ForeignKeyConstraint(["article_pk"], ["article.pk"], name="fk_claim_article_pk", ondelete="CASCADE"),
    )
    op.create_index("ix_claim_article_pk", "claim", ["article_pk"])
    op.create_table(
        "query",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_of", sa.String(16), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_query"),
        sa.ForeignKeyConstraint(["article_pk"], ["article.pk"], name="fk_query_article_pk", ondelete="CASCADE"),
    )
    op.create_index("ix_query_article_pk", "query", ["article_pk"])
    create_claim_index(op.get_bind())


def downgrade() -> None:
    """Remove them."""
    drop_claim_index(op.get_bind())
    op.drop_table("query")
    op.drop_table("claim")
    for name in ("claims_total", "claims_settled"):
        op.drop_column("article", name)
