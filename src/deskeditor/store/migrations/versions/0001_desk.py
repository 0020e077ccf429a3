"""The desk: articles and their content, tags, revisions, originals, exports, settings and leases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "article",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("saved", sa.DateTime(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("modified", sa.DateTime(), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("slugline", sa.Text(), nullable=False),
        sa.Column("on_hold", sa.Boolean(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("assignee_name", sa.Text(), nullable=True),
        sa.Column("assignee_initials", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_article"),
        sa.UniqueConstraint("id", name="uq_article_id"),
    )
    op.create_index("ix_article_modified", "article", ["modified"])
    op.create_index("ix_article_urgency_modified", "article", ["urgency", "modified"])
    op.create_index("ix_article_stage_modified", "article", ["stage", "modified"])
    op.create_index("ix_article_stage_urgency_modified", "article", ["stage", "urgency", "modified"])
    op.create_index("ix_article_assignee_name_modified", "article", ["assignee_name", "modified"])
    op.create_table(
        "article_content",
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("plain_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_pk", name="pk_article_content"),
        _of_article("article_content"),
    )
    op.create_table(
        "tag",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_tag"),
        sa.UniqueConstraint("id", name="uq_tag_id"),
        sa.ForeignKeyConstraint(["merged_into"], ["tag.pk"], name="fk_tag_merged_into"),
    )
    op.create_index("ix_tag_folded", "tag", ["folded"])
    op.create_index("ix_tag_merged_into", "tag", ["merged_into"])
    op.create_table(
        "article_tag",
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("tag_pk", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_pk", "tag_pk", name="pk_article_tag"),
        sa.ForeignKeyConstraint(["tag_pk"], ["tag.pk"], name="fk_article_tag_tag_pk"),
        _of_article("article_tag"),
    )
    op.create_index("ix_article_tag_tag_pk", "article_tag", ["tag_pk"])
    op.create_table(
        "revision",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("person_initials", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_revision"),
        sa.UniqueConstraint("id", name="uq_revision_id"),
        _of_article("revision"),
    )
    op.create_index("ix_revision_article_pk", "revision", ["article_pk"])
    op.create_table(
        "original",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("kept", sa.DateTime(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_original"),
        _of_article("original"),
    )
    op.create_index("ix_original_article_pk", "original", ["article_pk"])
    op.create_table(
        "export",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("person_initials", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("override", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_export"),
        _of_article("export"),
    )
    op.create_index("ix_export_article_pk", "export", ["article_pk"])
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.create_table(
        "lease",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("process", sa.Integer(), nullable=False),
        sa.Column("beat", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lease"),
    )


def downgrade() -> None:
    """Remove every table."""
    for table in ("lease", "setting", "export", "original", "revision", "article_tag", "tag"):
        op.drop_table(table)
    op.drop_table("article_content")
    op.drop_table("article")


def _of_article(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["article_pk"], ["article.pk"], name=f"fk_{table}_article_pk", ondelete="CASCADE")
