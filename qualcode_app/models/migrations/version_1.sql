-- The tables of file format 1. Files of this format are in the mail: never edit this page.

CREATE TABLE adjudication (
  revision_uid BLOB NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  code_uid BLOB,
  outcome VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_adjudication PRIMARY KEY (uid),
  CONSTRAINT ck_adjudication_outcome_word CHECK ("outcome" IN ('accept', 'both', 'edit', 'none', 'discuss')),
  CONSTRAINT ck_adjudication_anchor_order CHECK (0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_adjudication_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_adjudication_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_adjudication_revision_uid_start_char ON adjudication (revision_uid, start_char);

CREATE TABLE adjudication_source (
  adjudication_uid BLOB NOT NULL,
  coding_uid BLOB NOT NULL,
  digest_seen VARCHAR NOT NULL,
  CONSTRAINT pk_adjudication_source PRIMARY KEY (adjudication_uid, coding_uid),
  CONSTRAINT fk_adjudication_source_adjudication_uid FOREIGN KEY(adjudication_uid) REFERENCES adjudication (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE alias (
  kind VARCHAR NOT NULL,
  from_uid BLOB NOT NULL,
  to_uid BLOB NOT NULL,
  CONSTRAINT pk_alias PRIMARY KEY (from_uid)
);

CREATE INDEX ix_alias_to_uid ON alias (to_uid);

CREATE TABLE assignment (
  round_uid BLOB NOT NULL,
  coder_uid BLOB NOT NULL,
  document_uid BLOB NOT NULL,
  family_uid BLOB NOT NULL,
  position INTEGER NOT NULL,
  blind BOOLEAN NOT NULL,
  due BIGINT,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_assignment PRIMARY KEY (uid),
  CONSTRAINT uq_assignment_round_uid_coder_uid_document_uid_family_uid UNIQUE (round_uid, coder_uid, document_uid, family_uid),
  CONSTRAINT fk_assignment_round_uid FOREIGN KEY(round_uid) REFERENCES round (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assignment_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assignment_document_uid FOREIGN KEY(document_uid) REFERENCES document (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_assignment_family_uid FOREIGN KEY(family_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE attribute (
  "key" VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  many BOOLEAN NOT NULL,
  "of" VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_attribute PRIMARY KEY (uid),
  CONSTRAINT ck_attribute_of_word CHECK ("of" IN ('case', 'document')),
  CONSTRAINT ck_attribute_kind_word CHECK ("kind" IN ('text', 'number', 'date', 'truth'))
);

CREATE TABLE attribute_value (
  attribute_uid BLOB NOT NULL,
  owner_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  text VARCHAR,
  number TEXT,
  date DATE,
  source VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_attribute_value PRIMARY KEY (uid),
  CONSTRAINT uq_attribute_value_attribute_uid_owner_uid_ordinal UNIQUE (attribute_uid, owner_uid, ordinal),
  CONSTRAINT fk_attribute_value_attribute_uid FOREIGN KEY(attribute_uid) REFERENCES attribute (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE batch (
  kind VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  source_name VARCHAR NOT NULL,
  source_sha256 VARCHAR NOT NULL,
  source_replica_uid BLOB,
  coder_uid BLOB NOT NULL,
  withdrawn_at BIGINT,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_batch PRIMARY KEY (uid),
  CONSTRAINT ck_batch_kind_word CHECK ("kind" IN ('auto_code', 'takeover', 'import', 'merge', 'withdraw'))
);

CREATE TABLE batch_row (
  batch_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  row_uid BLOB NOT NULL,
  effect VARCHAR NOT NULL,
  "before" VARCHAR,
  after_digest VARCHAR,
  CONSTRAINT pk_batch_row PRIMARY KEY (batch_uid, kind, row_uid),
  CONSTRAINT ck_batch_row_effect_word CHECK ("effect" IN ('added', 'changed', 'removed'))
);

CREATE INDEX ix_batch_row_kind_row_uid ON batch_row (kind, row_uid);

CREATE TABLE case_alias (
  case_uid BLOB NOT NULL,
  alias VARCHAR NOT NULL,
  CONSTRAINT pk_case_alias PRIMARY KEY (case_uid, alias),
  CONSTRAINT fk_case_alias_case_uid FOREIGN KEY(case_uid) REFERENCES study_case (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE case_group (
  system_uid BLOB NOT NULL,
  title VARCHAR NOT NULL,
  rank INTEGER NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_case_group PRIMARY KEY (uid),
  CONSTRAINT fk_case_group_system_uid FOREIGN KEY(system_uid) REFERENCES group_system (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE cell (
  case_uid BLOB NOT NULL,
  code_uid BLOB NOT NULL,
  coder_uid BLOB NOT NULL,
  text VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_cell PRIMARY KEY (uid),
  CONSTRAINT uq_cell_case_uid_code_uid_coder_uid UNIQUE (case_uid, code_uid, coder_uid),
  CONSTRAINT fk_cell_case_uid FOREIGN KEY(case_uid) REFERENCES study_case (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_cell_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_cell_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE change_log (
  hash VARCHAR NOT NULL,
  prev VARCHAR NOT NULL,
  replica_uid BLOB NOT NULL,
  seq INTEGER NOT NULL,
  at BIGINT NOT NULL,
  coder_uid BLOB NOT NULL,
  act VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  row_uid BLOB,
  before_digest VARCHAR,
  after_digest VARCHAR,
  n_rows INTEGER NOT NULL,
  CONSTRAINT pk_change_log PRIMARY KEY (hash)
);

CREATE INDEX ix_change_log_replica_uid_seq ON change_log (replica_uid, seq);

CREATE INDEX ix_change_log_row_uid ON change_log (row_uid);

CREATE TABLE claim (
  sentence VARCHAR NOT NULL,
  question_uid BLOB NOT NULL,
  result VARCHAR NOT NULL,
  checked_at BIGINT,
  state VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_claim PRIMARY KEY (uid),
  CONSTRAINT fk_claim_question_uid FOREIGN KEY(question_uid) REFERENCES question (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE claim_evidence (
  claim_uid BLOB NOT NULL,
  coding_uid BLOB NOT NULL,
  role VARCHAR NOT NULL,
  CONSTRAINT pk_claim_evidence PRIMARY KEY (claim_uid, coding_uid),
  CONSTRAINT ck_claim_evidence_role_word CHECK ("role" IN ('example', 'exception')),
  CONSTRAINT fk_claim_evidence_claim_uid FOREIGN KEY(claim_uid) REFERENCES claim (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_claim_evidence_coding_uid FOREIGN KEY(coding_uid) REFERENCES coding (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE code (
  codebook_uid BLOB NOT NULL,
  parent_uid BLOB,
  position VARCHAR NOT NULL,
  "key" VARCHAR NOT NULL,
  label_nl VARCHAR NOT NULL,
  label_en VARCHAR NOT NULL,
  short_nl VARCHAR NOT NULL,
  short_en VARCHAR NOT NULL,
  full_nl VARCHAR NOT NULL,
  full_en VARCHAR NOT NULL,
  when_to_use VARCHAR NOT NULL,
  example VARCHAR NOT NULL,
  borderline VARCHAR NOT NULL,
  colour VARCHAR NOT NULL,
  side VARCHAR NOT NULL,
  pole_a VARCHAR NOT NULL,
  pole_b VARCHAR NOT NULL,
  default_on BOOLEAN NOT NULL,
  status VARCHAR NOT NULL,
  is_residual BOOLEAN NOT NULL,
  memo VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_code PRIMARY KEY (uid),
  CONSTRAINT uq_code_codebook_uid_key UNIQUE (codebook_uid, "key"),
  CONSTRAINT ck_code_side_word CHECK ("side" IN ('trend', 'programme', 'both', 'none')),
  CONSTRAINT ck_code_status_word CHECK ("status" IN ('draft', 'fixed', 'retired')),
  CONSTRAINT ck_code_not_own_parent CHECK (parent_uid IS NULL OR parent_uid <> uid),
  CONSTRAINT fk_code_codebook_uid FOREIGN KEY(codebook_uid) REFERENCES codebook (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_code_parent_uid FOREIGN KEY(parent_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_code_parent_uid ON code (parent_uid);

CREATE TABLE code_boundary (
  code_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  neighbour_code_uid BLOB,
  CONSTRAINT pk_code_boundary PRIMARY KEY (code_uid, ordinal),
  CONSTRAINT fk_code_boundary_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_code_boundary_neighbour_code_uid FOREIGN KEY(neighbour_code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE code_keyword (
  code_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  stem VARCHAR NOT NULL,
  "match" VARCHAR NOT NULL,
  CONSTRAINT pk_code_keyword PRIMARY KEY (code_uid, ordinal),
  CONSTRAINT ck_code_keyword_match_word CHECK ("match" IN ('word', 'start', 'exact', 'phrase', 'inside')),
  CONSTRAINT fk_code_keyword_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE code_revision (
  digest VARCHAR NOT NULL,
  code_uid BLOB NOT NULL,
  content VARCHAR NOT NULL,
  parent_digests VARCHAR NOT NULL,
  at BIGINT NOT NULL,
  by_uid BLOB NOT NULL,
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_code_revision PRIMARY KEY (digest)
);

CREATE INDEX ix_code_revision_code_uid ON code_revision (code_uid);

CREATE TABLE code_source (
  code_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  seed VARCHAR NOT NULL,
  chapter VARCHAR NOT NULL,
  heading VARCHAR NOT NULL,
  line_from INTEGER,
  line_to INTEGER,
  page VARCHAR NOT NULL,
  page_certainty VARCHAR NOT NULL,
  CONSTRAINT pk_code_source PRIMARY KEY (code_uid, ordinal),
  CONSTRAINT fk_code_source_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE codebook (
  "key" VARCHAR NOT NULL,
  title_nl VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  about_nl VARCHAR NOT NULL,
  about_en VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  notes VARCHAR NOT NULL,
  seeds VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_codebook PRIMARY KEY (uid)
);

CREATE TABLE codebook_version (
  codebook_uid BLOB NOT NULL,
  label VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  parent_uids VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_codebook_version PRIMARY KEY (uid),
  CONSTRAINT fk_codebook_version_codebook_uid FOREIGN KEY(codebook_uid) REFERENCES codebook (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE codebook_version_code (
  version_uid BLOB NOT NULL,
  code_uid BLOB NOT NULL,
  code_digest VARCHAR NOT NULL,
  parent_code_uid BLOB,
  position VARCHAR NOT NULL,
  CONSTRAINT pk_codebook_version_code PRIMARY KEY (version_uid, code_uid),
  CONSTRAINT fk_codebook_version_code_version_uid FOREIGN KEY(version_uid) REFERENCES codebook_version (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE coder (
  name VARCHAR NOT NULL,
  initials VARCHAR NOT NULL,
  colour VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_coder PRIMARY KEY (uid),
  CONSTRAINT ck_coder_kind_word CHECK ("kind" IN ('human', 'consensus', 'machine', 'model'))
);

CREATE TABLE coding (
  revision_uid BLOB NOT NULL,
  round_uid BLOB NOT NULL,
  coder_uid BLOB NOT NULL,
  code_uid BLOB NOT NULL,
  code_digest VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  start_char INTEGER,
  end_char INTEGER,
  quote VARCHAR NOT NULL,
  prefix VARCHAR NOT NULL,
  suffix VARCHAR NOT NULL,
  n_words INTEGER NOT NULL,
  is_primary BOOLEAN NOT NULL,
  origin VARCHAR NOT NULL,
  moved_from_uid BLOB,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_coding PRIMARY KEY (uid),
  CONSTRAINT ck_coding_kind_word CHECK ("kind" IN ('text', 'area')),
  CONSTRAINT ck_coding_origin_word CHECK ("origin" IN ('hand', 'unit', 'search', 'in_vivo', 'import', 'moved', 'consensus')),
  CONSTRAINT ck_coding_anchor_order CHECK ((kind = 'area' AND start_char IS NULL AND end_char IS NULL) OR (kind = 'text' AND start_char IS NOT NULL AND end_char IS NOT NULL AND 0 <= start_char AND start_char < end_char)),
  CONSTRAINT fk_coding_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_coding_round_uid FOREIGN KEY(round_uid) REFERENCES round (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_coding_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_coding_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_coding_reading ON coding (revision_uid, start_char);

CREATE INDEX ix_coding_spans ON coding (code_uid, revision_uid, coder_uid, round_uid, start_char, end_char, n_words);

CREATE UNIQUE INDEX uq_coding_place ON coding (coder_uid, round_uid, code_uid, revision_uid, start_char, end_char) WHERE kind = 'text';

CREATE UNIQUE INDEX uq_coding_primary ON coding (coder_uid, round_uid, revision_uid, start_char, end_char) WHERE is_primary = 1 AND kind = 'text';

CREATE TABLE coding_area (
  coding_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  page_number INTEGER NOT NULL,
  x0_pt DOUBLE NOT NULL,
  y0_pt DOUBLE NOT NULL,
  x1_pt DOUBLE NOT NULL,
  y1_pt DOUBLE NOT NULL,
  CONSTRAINT pk_coding_area PRIMARY KEY (coding_uid, ordinal),
  CONSTRAINT ck_coding_area_has_size CHECK (x0_pt < x1_pt AND y0_pt < y1_pt),
  CONSTRAINT fk_coding_area_coding_uid FOREIGN KEY(coding_uid) REFERENCES coding (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE coding_hole (
  coding_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  CONSTRAINT pk_coding_hole PRIMARY KEY (coding_uid, ordinal),
  CONSTRAINT ck_coding_hole_anchor_order CHECK (0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_coding_hole_coding_uid FOREIGN KEY(coding_uid) REFERENCES coding (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE coding_value (
  coding_uid BLOB NOT NULL,
  facet_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  option_key VARCHAR,
  text VARCHAR,
  value_min TEXT,
  value_max TEXT,
  unit VARCHAR,
  object VARCHAR,
  base VARCHAR,
  number_kind VARCHAR,
  year INTEGER,
  CONSTRAINT pk_coding_value PRIMARY KEY (coding_uid, facet_uid, ordinal),
  CONSTRAINT fk_coding_value_coding_uid FOREIGN KEY(coding_uid) REFERENCES coding (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_coding_value_facet_uid FOREIGN KEY(facet_uid) REFERENCES facet (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_coding_value_facet_uid_option_key ON coding_value (facet_uid, option_key);

CREATE TABLE document (
  title VARCHAR NOT NULL,
  short_title VARCHAR NOT NULL,
  case_uid BLOB,
  wave_uid BLOB,
  kind VARCHAR NOT NULL,
  date DATE,
  language VARCHAR NOT NULL,
  current_revision_uid BLOB,
  corpus VARCHAR NOT NULL,
  out_reason VARCHAR NOT NULL,
  position VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_document PRIMARY KEY (uid),
  CONSTRAINT ck_document_corpus_word CHECK ("corpus" IN ('in', 'out', 'open')),
  CONSTRAINT fk_document_case_uid FOREIGN KEY(case_uid) REFERENCES study_case (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_document_wave_uid FOREIGN KEY(wave_uid) REFERENCES wave (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_document_current_revision_uid FOREIGN KEY(current_revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE document_file (
  sha256 VARCHAR NOT NULL,
  n_bytes INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  CONSTRAINT pk_document_file PRIMARY KEY (sha256)
);

CREATE TABLE exchange (
  uid BLOB NOT NULL,
  replica_uid BLOB NOT NULL,
  coder_uid BLOB,
  direction VARCHAR NOT NULL,
  at BIGINT NOT NULL,
  log_head VARCHAR NOT NULL,
  CONSTRAINT pk_exchange PRIMARY KEY (uid),
  CONSTRAINT ck_exchange_direction_word CHECK ("direction" IN ('out', 'in'))
);

CREATE TABLE exchange_row (
  exchange_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  row_uid BLOB NOT NULL,
  digest VARCHAR NOT NULL,
  CONSTRAINT pk_exchange_row PRIMARY KEY (exchange_uid, kind, row_uid)
);

CREATE TABLE facet (
  codebook_uid BLOB NOT NULL,
  "key" VARCHAR NOT NULL,
  label_nl VARCHAR NOT NULL,
  label_en VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  many BOOLEAN NOT NULL,
  required BOOLEAN NOT NULL,
  hint_nl VARCHAR NOT NULL,
  hint_en VARCHAR NOT NULL,
  position VARCHAR NOT NULL,
  asked_when VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_facet PRIMARY KEY (uid),
  CONSTRAINT uq_facet_codebook_uid_key UNIQUE (codebook_uid, "key"),
  CONSTRAINT ck_facet_kind_word CHECK ("kind" IN ('nominal', 'ordinal', 'number', 'text')),
  CONSTRAINT fk_facet_codebook_uid FOREIGN KEY(codebook_uid) REFERENCES codebook (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE facet_option (
  facet_uid BLOB NOT NULL,
  position INTEGER NOT NULL,
  "key" VARCHAR NOT NULL,
  label_nl VARCHAR NOT NULL,
  label_en VARCHAR NOT NULL,
  rank INTEGER,
  wording_nl VARCHAR NOT NULL,
  wording_en VARCHAR NOT NULL,
  pole VARCHAR,
  default_for VARCHAR,
  asked_when VARCHAR NOT NULL,
  CONSTRAINT pk_facet_option PRIMARY KEY (facet_uid, position),
  CONSTRAINT uq_facet_option_facet_uid_key UNIQUE (facet_uid, "key"),
  CONSTRAINT fk_facet_option_facet_uid FOREIGN KEY(facet_uid) REFERENCES facet (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE group_system (
  title VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_group_system PRIMARY KEY (uid)
);

CREATE TABLE judgement (
  round_uid BLOB NOT NULL,
  coder_uid BLOB NOT NULL,
  document_uid BLOB NOT NULL,
  revision_uid BLOB NOT NULL,
  proposition_uid BLOB,
  code_uid BLOB,
  option_key VARCHAR NOT NULL,
  missing_part VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  search_run_uid BLOB,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_judgement PRIMARY KEY (uid),
  CONSTRAINT ck_judgement_exactly_one_subject CHECK ((proposition_uid IS NULL) <> (code_uid IS NULL)),
  CONSTRAINT fk_judgement_round_uid FOREIGN KEY(round_uid) REFERENCES round (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_document_uid FOREIGN KEY(document_uid) REFERENCES document (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_code_uid FOREIGN KEY(code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_search_run_uid FOREIGN KEY(search_run_uid) REFERENCES search_run (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE UNIQUE INDEX uq_judgement_code ON judgement (coder_uid, round_uid, document_uid, code_uid) WHERE code_uid IS NOT NULL;

CREATE UNIQUE INDEX uq_judgement_proposition ON judgement (coder_uid, round_uid, document_uid, proposition_uid) WHERE proposition_uid IS NOT NULL;

CREATE TABLE judgement_evidence (
  judgement_uid BLOB NOT NULL,
  coding_uid BLOB NOT NULL,
  CONSTRAINT pk_judgement_evidence PRIMARY KEY (judgement_uid, coding_uid),
  CONSTRAINT fk_judgement_evidence_judgement_uid FOREIGN KEY(judgement_uid) REFERENCES judgement (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_judgement_evidence_coding_uid FOREIGN KEY(coding_uid) REFERENCES coding (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE judgement_part (
  judgement_uid BLOB NOT NULL,
  letter VARCHAR NOT NULL,
  met BOOLEAN NOT NULL,
  CONSTRAINT pk_judgement_part PRIMARY KEY (judgement_uid, letter),
  CONSTRAINT fk_judgement_part_judgement_uid FOREIGN KEY(judgement_uid) REFERENCES judgement (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE judgement_value (
  judgement_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  value_min TEXT,
  value_max TEXT,
  unit VARCHAR,
  object VARCHAR,
  base VARCHAR,
  number_kind VARCHAR,
  year INTEGER,
  CONSTRAINT pk_judgement_value PRIMARY KEY (judgement_uid, ordinal),
  CONSTRAINT fk_judgement_value_judgement_uid FOREIGN KEY(judgement_uid) REFERENCES judgement (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE membership (
  group_uid BLOB NOT NULL,
  case_uid BLOB,
  document_uid BLOB,
  valid_from DATE,
  valid_to DATE,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_membership PRIMARY KEY (uid),
  CONSTRAINT ck_membership_exactly_one_member CHECK ((case_uid IS NULL) <> (document_uid IS NULL)),
  CONSTRAINT fk_membership_group_uid FOREIGN KEY(group_uid) REFERENCES case_group (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_case_uid FOREIGN KEY(case_uid) REFERENCES study_case (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_document_uid FOREIGN KEY(document_uid) REFERENCES document (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_membership_case_uid ON membership (case_uid);

CREATE INDEX ix_membership_document_uid ON membership (document_uid);

CREATE TABLE memo (
  coder_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  target_kind VARCHAR NOT NULL,
  target_uid BLOB,
  revision_uid BLOB,
  start_char INTEGER,
  end_char INTEGER,
  text VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_memo PRIMARY KEY (uid),
  CONSTRAINT ck_memo_kind_word CHECK ("kind" IN ('note', 'question', 'decision')),
  CONSTRAINT fk_memo_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_memo_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_memo_target_kind_target_uid ON memo (target_kind, target_uid);

CREATE TABLE page (
  revision_uid BLOB NOT NULL,
  number INTEGER NOT NULL,
  label VARCHAR NOT NULL,
  start_char INTEGER NOT NULL,
  n_chars INTEGER NOT NULL,
  width_pt DOUBLE NOT NULL,
  height_pt DOUBLE NOT NULL,
  rotation INTEGER NOT NULL,
  media_box VARCHAR NOT NULL,
  crop_box VARCHAR NOT NULL,
  text_source VARCHAR NOT NULL,
  unreadable_share DOUBLE NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_page PRIMARY KEY (revision_uid, number),
  CONSTRAINT uq_page_revision_uid_start_char UNIQUE (revision_uid, start_char),
  CONSTRAINT ck_page_not_empty CHECK (n_chars >= 1 AND start_char >= 0),
  CONSTRAINT ck_page_rotation_quarter CHECK (rotation IN (0, 90, 180, 270)),
  CONSTRAINT fk_page_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE TABLE page_boxes (
  revision_uid BLOB NOT NULL,
  number INTEGER NOT NULL,
  codec INTEGER NOT NULL,
  boxes BLOB NOT NULL,
  CONSTRAINT pk_page_boxes PRIMARY KEY (revision_uid, number),
  CONSTRAINT fk_page_boxes_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE project (
  one INTEGER NOT NULL,
  study_uid BLOB NOT NULL,
  replica_uid BLOB NOT NULL,
  title VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  format INTEGER NOT NULL,
  CONSTRAINT pk_project PRIMARY KEY (one),
  CONSTRAINT ck_project_single_row CHECK (one = 1)
);

CREATE TABLE proposition (
  register_uid BLOB NOT NULL,
  "key" VARCHAR NOT NULL,
  position VARCHAR NOT NULL,
  wording_nl VARCHAR NOT NULL,
  wording_en VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  test VARCHAR NOT NULL,
  found_in VARCHAR NOT NULL,
  contexts VARCHAR NOT NULL,
  blanks VARCHAR NOT NULL,
  numbers VARCHAR NOT NULL,
  time_bound BOOLEAN NOT NULL,
  note VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_proposition PRIMARY KEY (uid),
  CONSTRAINT uq_proposition_register_uid_key UNIQUE (register_uid, "key"),
  CONSTRAINT fk_proposition_register_uid FOREIGN KEY(register_uid) REFERENCES register (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_code (
  proposition_uid BLOB NOT NULL,
  code_uid BLOB NOT NULL,
  CONSTRAINT pk_proposition_code PRIMARY KEY (proposition_uid, code_uid),
  CONSTRAINT fk_proposition_code_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_group (
  register_uid BLOB NOT NULL,
  "key" VARCHAR NOT NULL,
  relation VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_proposition_group PRIMARY KEY (uid),
  CONSTRAINT uq_proposition_group_register_uid_key UNIQUE (register_uid, "key"),
  CONSTRAINT ck_proposition_group_relation_word CHECK ("relation" IN ('repeat', 'variant', 'opposite')),
  CONSTRAINT fk_proposition_group_register_uid FOREIGN KEY(register_uid) REFERENCES register (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_group_member (
  group_uid BLOB NOT NULL,
  proposition_uid BLOB NOT NULL,
  CONSTRAINT pk_proposition_group_member PRIMARY KEY (group_uid, proposition_uid),
  CONSTRAINT fk_proposition_group_member_group_uid FOREIGN KEY(group_uid) REFERENCES proposition_group (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_proposition_group_member_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_keyword (
  proposition_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  stem VARCHAR NOT NULL,
  "match" VARCHAR NOT NULL,
  CONSTRAINT pk_proposition_keyword PRIMARY KEY (proposition_uid, ordinal),
  CONSTRAINT ck_proposition_keyword_match_word CHECK ("match" IN ('word', 'start', 'exact', 'phrase', 'inside')),
  CONSTRAINT fk_proposition_keyword_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_part (
  proposition_uid BLOB NOT NULL,
  letter VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  CONSTRAINT pk_proposition_part PRIMARY KEY (proposition_uid, letter),
  CONSTRAINT fk_proposition_part_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE proposition_source (
  proposition_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  seed VARCHAR NOT NULL,
  chapter VARCHAR NOT NULL,
  heading VARCHAR NOT NULL,
  line_from INTEGER,
  line_to INTEGER,
  page VARCHAR NOT NULL,
  page_certainty VARCHAR NOT NULL,
  CONSTRAINT pk_proposition_source PRIMARY KEY (proposition_uid, ordinal),
  CONSTRAINT fk_proposition_source_proposition_uid FOREIGN KEY(proposition_uid) REFERENCES proposition (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE question (
  title VARCHAR NOT NULL,
  definition VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_question PRIMARY KEY (uid)
);

CREATE TABLE reading_status (
  round_uid BLOB NOT NULL,
  coder_uid BLOB NOT NULL,
  document_uid BLOB NOT NULL,
  family_uid BLOB NOT NULL,
  state VARCHAR NOT NULL,
  codebook_version_uid BLOB NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_reading_status PRIMARY KEY (uid),
  CONSTRAINT uq_reading_status_round_uid_coder_uid_document_uid_family_uid UNIQUE (round_uid, coder_uid, document_uid, family_uid),
  CONSTRAINT ck_reading_status_state_word CHECK ("state" IN ('not_started', 'busy', 'done')),
  CONSTRAINT fk_reading_status_round_uid FOREIGN KEY(round_uid) REFERENCES round (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reading_status_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reading_status_document_uid FOREIGN KEY(document_uid) REFERENCES document (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reading_status_family_uid FOREIGN KEY(family_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_reading_status_codebook_version_uid FOREIGN KEY(codebook_version_uid) REFERENCES codebook_version (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE region (
  revision_uid BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  page_number INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  CONSTRAINT pk_region PRIMARY KEY (revision_uid, ordinal),
  CONSTRAINT ck_region_kind_word CHECK ("kind" IN ('running_head', 'page_number', 'footnote', 'caption', 'table', 'figure')),
  CONSTRAINT ck_region_anchor_order CHECK (0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_region_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE TABLE register (
  codebook_uid BLOB NOT NULL,
  "key" VARCHAR NOT NULL,
  title_nl VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  about_nl VARCHAR NOT NULL,
  about_en VARCHAR NOT NULL,
  scale_uid BLOB NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_register PRIMARY KEY (uid),
  CONSTRAINT uq_register_codebook_uid_key UNIQUE (codebook_uid, "key"),
  CONSTRAINT ck_register_kind_word CHECK ("kind" IN ('pledge', 'trend', 'demand')),
  CONSTRAINT fk_register_codebook_uid FOREIGN KEY(codebook_uid) REFERENCES codebook (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_register_scale_uid FOREIGN KEY(scale_uid) REFERENCES scale (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE register_scale (
  register_uid BLOB NOT NULL,
  test VARCHAR NOT NULL,
  scale_uid BLOB NOT NULL,
  CONSTRAINT pk_register_scale PRIMARY KEY (register_uid, test),
  CONSTRAINT fk_register_scale_register_uid FOREIGN KEY(register_uid) REFERENCES register (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_register_scale_scale_uid FOREIGN KEY(scale_uid) REFERENCES scale (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE relation (
  from_coding_uid BLOB NOT NULL,
  to_coding_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_relation PRIMARY KEY (uid),
  CONSTRAINT uq_relation_from_coding_uid_to_coding_uid_kind UNIQUE (from_coding_uid, to_coding_uid, kind),
  CONSTRAINT fk_relation_from_coding_uid FOREIGN KEY(from_coding_uid) REFERENCES coding (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_relation_to_coding_uid FOREIGN KEY(to_coding_uid) REFERENCES coding (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_relation_to_coding_uid ON relation (to_coding_uid);

CREATE TABLE revision (
  document_uid BLOB NOT NULL,
  number INTEGER NOT NULL,
  file_sha256 VARCHAR NOT NULL,
  n_bytes INTEGER NOT NULL,
  text_sha256 VARCHAR NOT NULL,
  n_chars INTEGER NOT NULL,
  n_words INTEGER NOT NULL,
  n_pages INTEGER NOT NULL,
  extractor VARCHAR NOT NULL,
  text_source VARCHAR NOT NULL,
  splitter VARCHAR NOT NULL,
  units_sha256 VARCHAR NOT NULL,
  encoding_version INTEGER NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_revision PRIMARY KEY (uid),
  CONSTRAINT uq_revision_document_uid_text_sha256 UNIQUE (document_uid, text_sha256),
  CONSTRAINT ck_revision_text_source_word CHECK ("text_source" IN ('pdf', 'ocr', 'mixed', 'made')),
  CONSTRAINT ck_revision_not_empty CHECK (n_pages >= 1 AND n_chars >= n_pages),
  CONSTRAINT fk_revision_document_uid FOREIGN KEY(document_uid) REFERENCES document (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE round (
  number INTEGER NOT NULL,
  title VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  version_uid BLOB,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_round PRIMARY KEY (uid),
  CONSTRAINT ck_round_kind_word CHECK ("kind" IN ('training', 'independent', 'discussed', 'recoding', 'consensus')),
  CONSTRAINT fk_round_version_uid FOREIGN KEY(version_uid) REFERENCES codebook_version (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE scale (
  codebook_uid BLOB NOT NULL,
  "key" VARCHAR NOT NULL,
  title_nl VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_scale PRIMARY KEY (uid),
  CONSTRAINT uq_scale_codebook_uid_key UNIQUE (codebook_uid, "key"),
  CONSTRAINT fk_scale_codebook_uid FOREIGN KEY(codebook_uid) REFERENCES codebook (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE scale_option (
  scale_uid BLOB NOT NULL,
  position INTEGER NOT NULL,
  "key" VARCHAR NOT NULL,
  label_nl VARCHAR NOT NULL,
  label_en VARCHAR NOT NULL,
  rank INTEGER,
  sign VARCHAR NOT NULL,
  in_rate BOOLEAN NOT NULL,
  needs_evidence BOOLEAN NOT NULL,
  needs_status BOOLEAN NOT NULL,
  needs_missing_part BOOLEAN NOT NULL,
  wording_nl VARCHAR NOT NULL,
  wording_en VARCHAR NOT NULL,
  CONSTRAINT pk_scale_option PRIMARY KEY (scale_uid, position),
  CONSTRAINT uq_scale_option_scale_uid_key UNIQUE (scale_uid, "key"),
  CONSTRAINT fk_scale_option_scale_uid FOREIGN KEY(scale_uid) REFERENCES scale (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE search_run (
  coder_uid BLOB NOT NULL,
  "query" VARCHAR NOT NULL,
  mode VARCHAR NOT NULL,
  documents VARCHAR NOT NULL,
  n_hits INTEGER NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_search_run PRIMARY KEY (uid),
  CONSTRAINT fk_search_run_coder_uid FOREIGN KEY(coder_uid) REFERENCES coder (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE section (
  revision_uid BLOB NOT NULL,
  level INTEGER NOT NULL,
  title VARCHAR NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  origin VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_section PRIMARY KEY (uid),
  CONSTRAINT ck_section_origin_word CHECK ("origin" IN ('outline', 'found', 'corrected')),
  CONSTRAINT ck_section_anchor_order CHECK (0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_section_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_section_revision_uid_start_char ON section (revision_uid, start_char);

CREATE TABLE setting (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY ("key")
);

CREATE TABLE study_case (
  name VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_study_case PRIMARY KEY (uid)
);

CREATE UNIQUE INDEX uq_study_case_code ON study_case (code) WHERE code <> '';

CREATE TABLE succession (
  from_code_uid BLOB NOT NULL,
  to_code_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  version_uid BLOB,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_succession PRIMARY KEY (uid),
  CONSTRAINT ck_succession_kind_word CHECK ("kind" IN ('merge', 'split', 'redefine')),
  CONSTRAINT fk_succession_from_code_uid FOREIGN KEY(from_code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_to_code_uid FOREIGN KEY(to_code_uid) REFERENCES code (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_version_uid FOREIGN KEY(version_uid) REFERENCES codebook_version (uid) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_succession_from_code_uid ON succession (from_code_uid);

CREATE TABLE tombstone (
  kind VARCHAR NOT NULL,
  row_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  deleted_at BIGINT NOT NULL,
  deleted_by_uid BLOB NOT NULL,
  CONSTRAINT pk_tombstone PRIMARY KEY (kind, row_uid)
);

CREATE TABLE unit (
  revision_uid BLOB NOT NULL,
  kind VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  parent_number INTEGER,
  counts BOOLEAN NOT NULL,
  CONSTRAINT pk_unit PRIMARY KEY (revision_uid, kind, number),
  CONSTRAINT ck_unit_kind_word CHECK ("kind" IN ('sentence', 'item', 'paragraph')),
  CONSTRAINT ck_unit_anchor_order CHECK (0 <= start_char AND start_char < end_char),
  CONSTRAINT fk_unit_revision_uid FOREIGN KEY(revision_uid) REFERENCES revision (uid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_unit_revision_uid_start_char ON unit (revision_uid, start_char);

CREATE TABLE wave (
  title VARCHAR NOT NULL,
  from_date DATE,
  to_date DATE,
  uid BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  made_by_uid BLOB NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by_uid BLOB NOT NULL,
  stamp VARCHAR NOT NULL,
  batch_uid BLOB,
  CONSTRAINT pk_wave PRIMARY KEY (uid)
);

CREATE TRIGGER change_log_keeps BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is append only'); END;

CREATE TRIGGER change_log_stays BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is append only'); END;

-- Derived from the pages and never part of what travels; it may be dropped and made again.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY,
  revision_uid BLOB NOT NULL,
  page_number INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  UNIQUE (revision_uid, page_number)
);

CREATE VIRTUAL TABLE search_index USING fts5(
  text, content='search_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
