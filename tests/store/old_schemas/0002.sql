BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE article (
	pk INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	counter INTEGER NOT NULL, 
	saved DATETIME NOT NULL, 
	created DATETIME NOT NULL, 
	modified DATETIME NOT NULL, 
	stage VARCHAR(16) NOT NULL, 
	headline TEXT NOT NULL, 
	opening TEXT NOT NULL, 
	word_count INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	section TEXT NOT NULL, 
	slugline TEXT NOT NULL, 
	on_hold BOOLEAN NOT NULL, 
	due DATETIME, 
	urgency INTEGER NOT NULL, 
	assignee_name TEXT, 
	assignee_initials TEXT NOT NULL, 
	CONSTRAINT pk_article PRIMARY KEY (pk), 
	CONSTRAINT uq_article_id UNIQUE (id)
);
INSERT INTO "article" VALUES(1,'3f0c1e4a7b524d609a516d1f0e2b8c77',1,'2026-03-04 12:00:00.000000','2026-03-04 12:00:00.000000','2026-03-04 12:00:00.000000','draft','Harbour to close','Ferries stop Why The quay in Łódź is old.',7,'en','','',0,NULL,0,NULL,'');
CREATE TABLE article_content (
	article_pk INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	plain_text TEXT NOT NULL, 
	CONSTRAINT pk_article_content PRIMARY KEY (article_pk), 
	CONSTRAINT fk_article_content_article_pk FOREIGN KEY(article_pk) REFERENCES article (pk) ON DELETE CASCADE
);
INSERT INTO "article_content" VALUES(1,'{"v":1,"id":"3f0c1e4a-7b52-4d60-9a51-6d1f0e2b8c77","created":"2026-03-04T12:00:00+00:00","modified":"2026-03-04T12:00:00+00:00","headline":["Harbour to close"],"summary":[{"id":"00000000-0000-0000-0000-000000000005","line":["Ferries stop"]}],"body":[{"kind":"heading","level":2,"line":["Why"]},{"kind":"paragraph","line":["The quay in Łódź is old."]}]}','Ferries stop
Why
The quay in Łódź is old.');
CREATE TABLE article_tag (
	article_pk INTEGER NOT NULL, 
	tag_pk INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_article_tag PRIMARY KEY (article_pk, tag_pk), 
	CONSTRAINT fk_article_tag_tag_pk FOREIGN KEY(tag_pk) REFERENCES tag (pk), 
	CONSTRAINT fk_article_tag_article_pk FOREIGN KEY(article_pk) REFERENCES article (pk) ON DELETE CASCADE
);
CREATE TABLE export (
	pk INTEGER NOT NULL, 
	article_pk INTEGER NOT NULL, 
	revision_id CHAR(32), 
	at DATETIME NOT NULL, 
	person_name TEXT NOT NULL, 
	person_initials TEXT NOT NULL, 
	format TEXT NOT NULL, 
	path TEXT NOT NULL, 
	profile TEXT NOT NULL, 
	override TEXT NOT NULL, 
	CONSTRAINT pk_export PRIMARY KEY (pk), 
	CONSTRAINT fk_export_article_pk FOREIGN KEY(article_pk) REFERENCES article (pk) ON DELETE CASCADE
);
CREATE TABLE lease (
	id CHAR(32) NOT NULL, 
	program TEXT NOT NULL, 
	person TEXT NOT NULL, 
	host TEXT NOT NULL, 
	process INTEGER NOT NULL, 
	beat DATETIME NOT NULL, 
	CONSTRAINT pk_lease PRIMARY KEY (id)
);
CREATE TABLE original (
	pk INTEGER NOT NULL, 
	article_pk INTEGER NOT NULL, 
	kept DATETIME NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_original PRIMARY KEY (pk), 
	CONSTRAINT fk_original_article_pk FOREIGN KEY(article_pk) REFERENCES article (pk) ON DELETE CASCADE
);
CREATE TABLE revision (
	pk INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	article_pk INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	person_name TEXT NOT NULL, 
	person_initials TEXT NOT NULL, 
	reason VARCHAR(16) NOT NULL, 
	name TEXT NOT NULL, 
	headline TEXT NOT NULL, 
	word_count INTEGER NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	snapshot BLOB NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (pk), 
	CONSTRAINT uq_revision_id UNIQUE (id), 
	CONSTRAINT fk_revision_article_pk FOREIGN KEY(article_pk) REFERENCES article (pk) ON DELETE CASCADE
);
INSERT INTO "revision" VALUES(1,'5264f7f78bce4c5b97a18719a0bb06f9',1,'2026-03-04 12:00:00.000000','Ada Person','AP','closed','','Harbour to close',7,'6f8772e398bf4fdbaf71bac5e2b5401bd0e5d9b63aa89bdb52f8d8878061310c',X'789C858E4D4EC3301085AF62CD9618D96E7EC007403D402516A88B493C692C9238B5934A51D5056762C716F55E38B4FC2C90188DDE66DEFBDE1CE1005A26600D6858D5A29294222FCA4CF1D4E482DF6326796E642D4895775551400295271C690928A1722E565CA41BA9B410716F3E35BA3A676C6DFFB53584A6B53D817E8235FAD24D9E8D8E55AD0B04DB04C2D475E8E7783E5E9E14D7E17FC875B2C8FD623E90F796020BA31B607B8AC4D2990BEED9F60B70F9C0F6BB2543076A41AB9FF46333C750F2ED1DD0E3CEE3D0FC6AD834C4F613CECCF6ECFCF2FE6ACE6FCC06E65A73BB149E3E00B948665A');
CREATE TABLE setting (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('person','{"name": "Ada Person"}');
CREATE TABLE tag (
	pk INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	label TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT pk_tag PRIMARY KEY (pk), 
	CONSTRAINT uq_tag_id UNIQUE (id), 
	CONSTRAINT fk_tag_merged_into FOREIGN KEY(merged_into) REFERENCES tag (pk)
);
INSERT INTO "tag" VALUES(1,'8a6e516e7a744934ad61dbc7cf67829a','Ports','ports',NULL);
CREATE INDEX ix_article_modified ON article (modified);
CREATE INDEX ix_article_urgency_modified ON article (urgency, modified);
CREATE INDEX ix_article_stage_modified ON article (stage, modified);
CREATE INDEX ix_article_stage_urgency_modified ON article (stage, urgency, modified);
CREATE INDEX ix_article_assignee_name_modified ON article (assignee_name, modified);
CREATE INDEX ix_tag_folded ON tag (folded);
CREATE INDEX ix_tag_merged_into ON tag (merged_into);
CREATE INDEX ix_article_tag_tag_pk ON article_tag (tag_pk);
CREATE INDEX ix_revision_article_pk ON revision (article_pk);
CREATE INDEX ix_original_article_pk ON original (article_pk);
CREATE INDEX ix_export_article_pk ON export (article_pk);
CREATE VIRTUAL TABLE article_search USING fts5(
    headline, standfirst, summary, tags, details, body, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
INSERT INTO article_search(rowid, headline, standfirst, summary, tags, details, body) VALUES(1, 'harbour to close', '', 'ferries stop', '', '


', 'why
the quay in lodz is old.');
COMMIT;
