-- Datasets and the annotation jobs on them. Times come from the database's clock.

CREATE TABLE dataset (
    id               uuid PRIMARY KEY,
    created_at       timestamptz NOT NULL,
    name             text NOT NULL CHECK (name <> ''),
    tissue           text CHECK (tissue <> ''),
    species          text NOT NULL CHECK (species <> ''),
    disease          text CHECK (disease <> ''),
    cells            integer NOT NULL CHECK (cells >= 0),
    genes            integer NOT NULL CHECK (genes >= 0),
    control_features integer NOT NULL CHECK (control_features >= 0),
    other_features   integer NOT NULL CHECK (other_features >= 0),
    sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    quality          jsonb NOT NULL,
    warnings         jsonb NOT NULL,
    state            text NOT NULL CHECK (state IN ('READY', 'NOT_ANNOTATABLE')),
    obstacle         text, -- code of the warning that says why it cannot be annotated
    CONSTRAINT dataset_obstacle CHECK ((state = 'READY') = (obstacle IS NULL))
);

CREATE INDEX dataset_created_at ON dataset (created_at DESC, id);

-- Symbols of the panel; apart from its dataset because lists of datasets never show them.
CREATE TABLE dataset_panel (
    dataset_id uuid PRIMARY KEY REFERENCES dataset ON DELETE CASCADE,
    genes      text[] NOT NULL
);

CREATE TABLE dataset_file (
    dataset_id  uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    place       integer NOT NULL CHECK (place >= 0),
    role        text NOT NULL CHECK (role IN ('bundle', 'matrix', 'cells', 'experiment', 'panel', 'clusters')),
    name        text NOT NULL CHECK (name <> ''),
    bytes       bigint NOT NULL CHECK (bytes >= 0),
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    storage_key text NOT NULL CHECK (storage_key <> ''),
    PRIMARY KEY (dataset_id, place)
);

-- Original ids of all cells in section order, 65,536 a row.
CREATE TABLE cell_id_block (
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    first_cell integer NOT NULL CHECK (first_cell >= 0 AND first_cell % 65536 = 0),
    ids        text[] NOT NULL CHECK (cardinality(ids) BETWEEN 1 AND 65536),
    PRIMARY KEY (dataset_id, first_cell)
);

CREATE TABLE annotation_job (
    id              uuid PRIMARY KEY,
    created_at      timestamptz NOT NULL,
    dataset_id      uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    state           text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    stage           text CHECK (stage IN ('INGEST', 'SPATIAL', 'MARKERS', 'ENRICHMENT', 'CANDIDATES', 'INFERENCE',
                                          'CONFIDENCE', 'STORE')),
    progress        double precision NOT NULL CHECK (progress >= 0 AND progress <= 1),
    attempt         integer NOT NULL CHECK (attempt BETWEEN 0 AND 3),
    parameters      jsonb NOT NULL,
    provenance      jsonb,
    metrics         jsonb,
    quality         jsonb,
    timings         jsonb NOT NULL,
    warnings        jsonb NOT NULL,
    failure         jsonb,
    started_at      timestamptz,
    finished_at     timestamptz,
    idempotency_key text CONSTRAINT annotation_job_idempotency_key UNIQUE,
    result_sha256   text CHECK (result_sha256 ~ '^[0-9a-f]{64}$'),
    version         bigint NOT NULL,
    CONSTRAINT annotation_job_started CHECK (state <> 'RUNNING' OR started_at IS NOT NULL),
    CONSTRAINT annotation_job_finished
        CHECK ((state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
    CONSTRAINT annotation_job_failure CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
    CONSTRAINT annotation_job_result CHECK ((state = 'SUCCEEDED') = (result_sha256 IS NOT NULL)),
    CONSTRAINT annotation_job_record
        CHECK (state <> 'SUCCEEDED' OR (quality IS NOT NULL AND provenance IS NOT NULL))
);

CREATE INDEX annotation_job_dataset ON annotation_job (dataset_id, created_at DESC, id);
CREATE INDEX annotation_job_state ON annotation_job (state, created_at DESC, id);
CREATE INDEX annotation_job_created_at ON annotation_job (created_at DESC, id);
