-- kehoach: archive, form 0004. Generated: kehoach schema store

-- What holds for the archive as a whole.
CREATE TABLE archive (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_archive PRIMARY KEY ("key")
);

-- Contents of files, each once, by hash. kept: the copy in the archive's folder, if there is one.
CREATE TABLE documents (
  id INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT,
  bytes BIGINT,
  pages INTEGER,
  kept TEXT,
  added_at TEXT NOT NULL,
  CONSTRAINT pk_documents PRIMARY KEY (id),
  CONSTRAINT uq_documents_sha256 UNIQUE (sha256)
);

-- How many plans have a value of a facet: among all (given is empty), and among those whose facet given has the value chosen. Triggers keep it right.
CREATE TABLE tallies (
  given TEXT NOT NULL,
  chosen TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  plans INTEGER NOT NULL,
  CONSTRAINT pk_tallies PRIMARY KEY (given, chosen, facet, value)
)
 WITHOUT ROWID;

-- Plans as works: draft, signed and received copy, scan and digital file of one plan share one.
CREATE TABLE works (
  id INTEGER NOT NULL,
  "key" TEXT,
  CONSTRAINT pk_works PRIMARY KEY (id),
  CONSTRAINT uq_works_key UNIQUE ("key")
);

-- The searchable copy (PDF/A-2b) of each document, with its own hash, or why there is none.
CREATE TABLE copies (
  document_id INTEGER NOT NULL,
  form TEXT NOT NULL,
  place TEXT,
  sha256 TEXT,
  bytes BIGINT,
  failure TEXT,
  message TEXT,
  at TEXT NOT NULL,
  CONSTRAINT pk_copies PRIMARY KEY (document_id),
  CONSTRAINT fk_copies_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);

-- Where each content was seen last. failure: the file could not even be opened.
CREATE TABLE places (
  path TEXT NOT NULL,
  document_id INTEGER,
  bytes BIGINT,
  modified_ns BIGINT,
  seen_at TEXT NOT NULL,
  failure TEXT,
  message TEXT,
  advice TEXT,
  CONSTRAINT pk_places PRIMARY KEY (path),
  CONSTRAINT fk_places_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
CREATE INDEX ix_places_document_id ON places (document_id);

-- One row a plan: the head of its record and what plans are filtered by. linked_by: number, text or new; form: scan, digital or text; audit: the gravest finding (error, warning, info, clean); quality: text, good, fair, poor; doubtful: facts of low confidence; review: none, begun, done; scan: again (pages too bad to trust, or missing), whole, or null where nothing was recognized; *_pages: numbers of pages, separated by spaces.
CREATE TABLE plans (
  id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  part INTEGER NOT NULL,
  work_id INTEGER NOT NULL,
  linked_by TEXT NOT NULL,
  similarity FLOAT,
  form TEXT NOT NULL,
  file TEXT NOT NULL,
  type TEXT,
  plan_kind TEXT,
  number TEXT,
  issuer TEXT,
  issuer_level TEXT,
  province TEXT,
  province_as_printed TEXT,
  province_current TEXT,
  place TEXT,
  issued_on TEXT,
  year INTEGER,
  title TEXT,
  start TEXT,
  "end" TEXT,
  period TEXT,
  signer TEXT,
  position TEXT,
  authority TEXT,
  copy_state TEXT,
  pages INTEGER,
  audit TEXT NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  quality TEXT NOT NULL,
  ocr_confidence FLOAT,
  doubtful INTEGER NOT NULL,
  review TEXT NOT NULL,
  corrections INTEGER NOT NULL,
  sort_key TEXT NOT NULL,
  added_at TEXT NOT NULL,
  read_at TEXT NOT NULL,
  blank_pages TEXT,
  rescan_pages TEXT,
  missing_pages TEXT,
  urgency TEXT,
  secrecy TEXT,
  scan TEXT,
  CONSTRAINT pk_plans PRIMARY KEY (id),
  CONSTRAINT uq_plans_document_id_part UNIQUE (document_id, part),
  CONSTRAINT fk_plans_document_id FOREIGN KEY(document_id) REFERENCES documents (id),
  CONSTRAINT fk_plans_work_id FOREIGN KEY(work_id) REFERENCES works (id)
);
CREATE INDEX ix_plans_audit ON plans (audit, sort_key, id);
CREATE INDEX ix_plans_facets ON plans (province, year, issuer_level, plan_kind, audit, quality, review, scan);
CREATE INDEX ix_plans_kind ON plans (plan_kind, sort_key, id);
CREATE INDEX ix_plans_level ON plans (issuer_level, sort_key, id);
CREATE INDEX ix_plans_number ON plans (number);
CREATE INDEX ix_plans_province ON plans (province, sort_key, id);
CREATE INDEX ix_plans_quality ON plans (quality, sort_key, id);
CREATE INDEX ix_plans_review ON plans (review, sort_key, id);
CREATE INDEX ix_plans_sort ON plans (sort_key, id);
CREATE INDEX ix_plans_traits ON plans (issuer_level, plan_kind, audit, quality, review, scan, year);
CREATE INDEX ix_plans_when ON plans (province, year);
CREATE INDEX ix_plans_work_id ON plans (work_id);
CREATE INDEX ix_plans_year ON plans (year, sort_key, id);

-- What was done to each document (reading, plan), with which settings, code and rules; state done or failed.
CREATE TABLE stages (
  document_id INTEGER NOT NULL,
  stage TEXT NOT NULL,
  settings TEXT NOT NULL,
  code TEXT NOT NULL,
  rules TEXT NOT NULL,
  state TEXT NOT NULL,
  failure TEXT,
  page INTEGER,
  message TEXT,
  advice TEXT,
  tries INTEGER NOT NULL,
  seconds FLOAT,
  at TEXT NOT NULL,
  CONSTRAINT pk_stages PRIMARY KEY (document_id, stage),
  CONSTRAINT fk_stages_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
);
CREATE INDEX ix_stages_failure ON stages (failure);

-- Parts of the texts' signatures: plans that share one may be copies.
CREATE TABLE bands (
  band INTEGER NOT NULL,
  hash BIGINT NOT NULL,
  plan_id INTEGER NOT NULL,
  CONSTRAINT pk_bands PRIMARY KEY (band, hash, plan_id),
  CONSTRAINT fk_bands_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_bands_plan_id ON bands (plan_id);

-- Phép kiểm tra: one row each, n counts them within the plan.
--   code: Mã của phép kiểm tra / Code of the check
--   name: Tên của phép kiểm tra / Name of the check
--   verdict: Đạt, không đạt, nghi ngờ, không áp dụng / pass, fail, doubt, not_applicable (pass, fail, doubt, not_applicable)
--   law: Căn cứ pháp lý / Legal basis
CREATE TABLE checks (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  code TEXT,
  name TEXT,
  verdict TEXT,
  law TEXT,
  CONSTRAINT pk_checks PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_checks_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_checks_code ON checks (code, plan_id);

-- Văn bản viện dẫn: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   cited: Số, ký hiệu văn bản được viện dẫn / Number and symbol of the cited document
--   type: Loại văn bản được viện dẫn / Type of the cited document
--   cited_on: Ngày văn bản được viện dẫn, có thể thiếu phần / Date of the cited document, may be partial
--   cited_issuer: Cơ quan ban hành văn bản được viện dẫn / Issuer of the cited document
--   relation: Căn cứ, triển khai, nhắc đến / basis, implements, mentions (basis, implements, mentions)
--   title: Tên hoặc trích yếu của văn bản / Its title
--   number_printed: Số, ký hiệu như in khi bị hỏng / The damaged number as printed
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE citations (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  cited TEXT,
  type TEXT,
  cited_on TEXT,
  cited_issuer TEXT,
  relation TEXT,
  title TEXT,
  number_printed TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_citations PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_citations_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_citations_cited ON citations (cited, plan_id);

-- What people said about values, by fact id (document.FIELD for the header): confirmed, corrected, rejected or added. Nothing is overwritten; undone_at tells what was taken back.
CREATE TABLE corrections (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  fact_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  field TEXT,
  state TEXT NOT NULL,
  old TEXT,
  new TEXT,
  words TEXT,
  page INTEGER,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  undone_by TEXT,
  undone_at TEXT,
  CONSTRAINT pk_corrections PRIMARY KEY (id),
  CONSTRAINT fk_corrections_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
);
CREATE INDEX ix_corrections_plan_id ON corrections (plan_id);

-- Tiêu chí: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   text: Nội dung tiêu chí / The criterion
--   points: Điểm tối đa / Points
--   kind: Tiêu chí, nhóm, điểm thưởng, điểm trừ, mức xếp loại / criterion, group, bonus, penalty, band (criterion, group, bonus, penalty, band)
--   parent: Đường dẫn của nhóm tiêu chí / Path of the group
--   applies_to: Tập thể hay cá nhân / Collective or individual
--   refers_to: Đường dẫn của nội dung được chấm / Path of the content that it scores
--   indicators: Số ý nhỏ của tiêu chí / Number of its indicators
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE criteria (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  text TEXT,
  points FLOAT,
  kind TEXT,
  parent TEXT,
  applies_to TEXT,
  refers_to TEXT,
  indicators INTEGER,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_criteria PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_criteria_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Thời hạn: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   quote: Nguyên văn thời hạn / The time as printed
--   kind: Thời hạn, khoảng thời gian, đợt, mốc, định kỳ / deadline, period, phase, milestone, recurring (deadline, period, phase, milestone, recurring)
--   start: Ngày đầu, để trống là không giới hạn / First day, empty where open
--   end: Ngày cuối, để trống là không giới hạn / Last day, empty where open
--   qualifier: Trước, chậm nhất, từ, sau, khoảng / before, by, from, after, approx (before, by, from, after, approx)
--   action: Việc mà thời hạn ràng buộc / The action it binds
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE deadlines (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  quote TEXT,
  kind TEXT,
  start TEXT,
  "end" TEXT,
  qualifier TEXT,
  action TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_deadlines PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_deadlines_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_deadlines_end ON deadlines ("end", plan_id);

-- Kết quả kiểm tra: one row each, n counts them within the plan.
--   code: Mã của phép kiểm tra / Code of the check
--   name: Tên của phép kiểm tra / Name of the check
--   severity: Lỗi, cảnh báo, thông tin / error, warning, info (error, warning, info)
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   message_vi: Nội dung bằng tiếng Việt / The message in Vietnamese
--   message_en: Nội dung bằng tiếng Anh / The message in English
--   legal_basis: Căn cứ pháp lý / Legal basis
CREATE TABLE findings (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  code TEXT,
  name TEXT,
  severity TEXT,
  path TEXT,
  message_vi TEXT,
  message_en TEXT,
  legal_basis TEXT,
  CONSTRAINT pk_findings PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_findings_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_findings_code ON findings (code, plan_id);

-- Chỉ báo: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   criterion: Nội dung tiêu chí / The criterion
--   text: Ý nhỏ của tiêu chí / A sub-point of the criterion
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE indicators (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  criterion TEXT,
  text TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_indicators PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_indicators_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Lưu ý khi đọc: one row each, n counts them within the plan.
--   stage: Bước xử lý nêu lưu ý / The stage that tells it (reading, layout, language, segment, extract, assemble, audit)
--   code: Mã ổn định / Stable code
--   message: Nội dung lưu ý / The message
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
CREATE TABLE issues (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  stage TEXT,
  code TEXT,
  message TEXT,
  page INTEGER,
  CONSTRAINT pk_issues PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_issues_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Đoạn: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   text: Toàn văn của đoạn / The whole paragraph
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE items (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  text TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_items PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_items_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Phong trào: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   name: Tên phong trào, cuộc vận động / Name of the movement or campaign
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE movements (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  name TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_movements PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_movements_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Ngày kỷ niệm: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   name: Ngày kỷ niệm, đại hội, ngày lễ / Anniversary, congress, holiday
--   ordinal: Số năm kỷ niệm / Number of years
--   from: Ngày của sự kiện / Day of the event
--   to: Ngày kỷ niệm / Day of the anniversary
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE observances (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  name TEXT,
  ordinal INTEGER,
  "from" TEXT,
  "to" TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_observances PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_observances_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Trang: one row each, n counts them within the plan.
--   page: Số trang, từ 1 / Page number from 1
--   width: Chiều rộng trang / Width of the page
--   height: Chiều cao trang / Height of the page
--   text_from: Chữ lấy từ nhận dạng hay lớp chữ / Where the text comes from (ocr, text_layer, text)
--   ocr_confidence: Độ tin cậy trung bình của bộ nhận dạng / Mean confidence of recognition
--   rotation: Góc xoay đã được chỉnh / Rotation that was undone
--   skew: Độ nghiêng đã được chỉnh / Skew that was undone
--   blank: Trang không có chữ / A page without text
--   failed: Không đọc được gì trên trang / Nothing of the page could be read
--   rescan: Trang quá kém để tin / A page too bad to trust
CREATE TABLE pages (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  page INTEGER,
  width FLOAT,
  height FLOAT,
  text_from TEXT,
  ocr_confidence FLOAT,
  rotation INTEGER,
  skew FLOAT,
  blank BOOLEAN,
  failed BOOLEAN,
  rescan BOOLEAN,
  CONSTRAINT pk_pages PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_pages_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- The record of each plan: JSON compressed by zlib.
CREATE TABLE records (
  plan_id INTEGER NOT NULL,
  schema_version TEXT NOT NULL,
  data BLOB NOT NULL,
  CONSTRAINT pk_records PRIMARY KEY (plan_id),
  CONSTRAINT fk_records_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
);

-- Khen thưởng: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   form: Danh hiệu, hình thức khen thưởng / Title or form of reward
--   level: Cơ quan khen thưởng / Who grants it
--   count: Số lượng / How many
--   recipient: Đối tượng được khen / Who receives it
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE rewards (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  form TEXT,
  level TEXT,
  count INTEGER,
  recipient TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_rewards PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_rewards_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Mục: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   heading: Tiêu đề của mục như in / Heading as printed
--   kinds: Loại nội dung của mục, cách nhau bằng dấu cách / Kinds of the section, separated by spaces (purpose, requirements, theme, objectives, scope, content, criteria, targets, rewards, schedule, tasks, measures, funding, organization, reporting, annex, other)
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE sections (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  heading TEXT,
  kinds TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_sections PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_sections_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Chỉ tiêu: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   quote: Nguyên văn chỉ tiêu / The target as printed
--   comparator: =, >=, <=, range (khoảng), top (nhóm đầu) / =, >=, <=, range, top
--   value: Giá trị, hoặc cận dưới của khoảng / The value, or the lower bound of a range
--   value_max: Cận trên của khoảng / Upper bound of a range
--   unit: Đơn vị tính / Unit of measurement
--   subject: Đối tượng được tính / Who or what is counted
--   object: Kết quả phải đạt / What is to be reached
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE targets (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  quote TEXT,
  comparator TEXT,
  value FLOAT,
  value_max FLOAT,
  unit TEXT,
  subject TEXT,
  object TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_targets PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_targets_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Nhiệm vụ: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   text: Nội dung nhiệm vụ / The task
--   unit: Đơn vị được giao, mỗi đơn vị một dòng / Unit in charge, one row a unit
--   role: Chủ trì, phối hợp, theo dõi, tham mưu, thực hiện / lead, coordinate, supervise, advise, implement (lead, coordinate, supervise, advise, implement)
--   due_start: Ngày bắt đầu / First day
--   due_end: Hạn hoàn thành / Last day
--   product: Sản phẩm phải có / The product
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE tasks (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  text TEXT,
  unit TEXT,
  role TEXT,
  due_start TEXT,
  due_end TEXT,
  product TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  unit_key TEXT,
  CONSTRAINT pk_tasks PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_tasks_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;
CREATE INDEX ix_tasks_due_end ON tasks (due_end, plan_id);

-- The text of each plan; head and words are what is searched: no diacritics, abbreviations written out.
CREATE TABLE texts (
  plan_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  head TEXT NOT NULL,
  words TEXT NOT NULL,
  signature BLOB NOT NULL,
  CONSTRAINT pk_texts PRIMARY KEY (plan_id),
  CONSTRAINT fk_texts_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
);

-- Chủ đề: one row each, n counts them within the plan.
--   id: Mã ổn định của dữ kiện, nối với bảng dẫn chứng / Stable identifier of the fact, links to the table evidence
--   path: Đường dẫn trong kế hoạch, như II.1.a / Place in the plan's numbering, like II.1.a
--   text: Chủ đề hoặc khẩu hiệu của kế hoạch / The plan's theme or slogan
--   page: Trang của dẫn chứng đầu tiên, từ 1 / Page of the first evidence, from 1
--   confidence: Độ tin cậy do chương trình ước lượng, từ 0 đến 1 / The program's own estimate, 0 to 1
--   rule: Mã quy tắc đã tìm ra dữ kiện / Identifier of the rule that found the fact
CREATE TABLE themes (
  plan_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  id TEXT,
  path TEXT,
  text TEXT,
  page INTEGER,
  confidence FLOAT,
  rule TEXT,
  x0 FLOAT,
  top FLOAT,
  x1 FLOAT,
  bottom FLOAT,
  CONSTRAINT pk_themes PRIMARY KEY (plan_id, n),
  CONSTRAINT fk_themes_plan_id FOREIGN KEY(plan_id) REFERENCES plans (id)
)
 WITHOUT ROWID;

-- Full-text index of texts (SQLite; PostgreSQL has the column texts.vector):
--   SELECT plans.* FROM texts_fts JOIN plans ON plans.id = texts_fts.rowid WHERE texts_fts MATCH 'chuyen doi so';
CREATE VIRTUAL TABLE texts_fts USING fts5(head, words, content="texts", content_rowid="plan_id");
