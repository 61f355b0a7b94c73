-- What a job found out. The rows of `cluster` are the machine's answer for good; a curator's word lies in `curation`.

CREATE SEQUENCE cluster_seq INCREMENT BY 50;

CREATE TABLE cluster (
    id          bigint PRIMARY KEY,
    created_at  timestamptz NOT NULL,
    job_id      uuid NOT NULL REFERENCES annotation_job ON DELETE CASCADE,
    number      integer NOT NULL CHECK (number >= 1),
    name        text NOT NULL CHECK (name <> ''),
    cells       integer NOT NULL CHECK (cells >= 0),
    label       text CHECK (label <> ''),
    cl_id       text CHECK (cl_id <> ''),
    verdict     text NOT NULL
        CHECK (verdict IN ('HIGH', 'MODERATE', 'UNRESOLVED', 'HETEROGENEOUS', 'NOT_ASSESSED')),
    confidence  double precision CHECK (confidence >= 0 AND confidence <= 1),
    decided_by  text NOT NULL CHECK (decided_by IN ('MODEL', 'EVIDENCE')),
    reasons     text[] NOT NULL,
    top_markers text[] NOT NULL,
    runner_ups  jsonb NOT NULL,
    CONSTRAINT cluster_number UNIQUE (job_id, number),
    -- IS TRUE: a check that comes out null would pass
    CONSTRAINT cluster_label_fits_verdict CHECK ((CASE verdict
        WHEN 'UNRESOLVED' THEN label = 'Unresolved' AND cl_id IS NULL
        WHEN 'HETEROGENEOUS' THEN label = 'Heterogeneous' AND cl_id IS NULL
        WHEN 'NOT_ASSESSED' THEN label IS NULL AND cl_id IS NULL
        ELSE label NOT IN ('Unresolved', 'Heterogeneous') AND confidence IS NOT NULL
    END) IS TRUE)
);

CREATE TABLE confidence_part (
    cluster_id bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    part       text NOT NULL CHECK (part IN ('markerSupport', 'margin', 'coverage', 'entropy', 'functionalConsistency',
                                             'heterogeneity', 'leakage')),
    value      double precision NOT NULL
        CHECK (value >= 0 AND value < 'Infinity' AND (value <= 1 OR part = 'entropy')),
    PRIMARY KEY (cluster_id, part)
);

-- All kept genes of a cluster in panel order.
CREATE TABLE cluster_marker (
    cluster_id       bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    place            integer NOT NULL,
    gene             text NOT NULL,
    log2_fold_change double precision,
    pct_in           double precision CHECK (pct_in >= 0 AND pct_in <= 1),
    pct_out          double precision CHECK (pct_out >= 0 AND pct_out <= 1),
    mean_in          double precision,
    mean_out         double precision,
    z                double precision,
    p_value          double precision CHECK (p_value >= 0 AND p_value <= 1),
    p_adjusted       double precision CHECK (p_adjusted >= 0 AND p_adjusted <= 1),
    PRIMARY KEY (cluster_id, place)
);

CREATE TABLE enriched_term (
    cluster_id      bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    place           integer NOT NULL,
    go_id           text NOT NULL,
    name            text NOT NULL,
    overlap         integer NOT NULL,
    study_size      integer NOT NULL,
    term_size       integer NOT NULL,
    population_size integer NOT NULL,
    p_value         double precision NOT NULL CHECK (p_value >= 0 AND p_value <= 1),
    fdr             double precision NOT NULL CHECK (fdr >= 0 AND fdr <= 1),
    genes           text[] NOT NULL,
    PRIMARY KEY (cluster_id, place)
);

CREATE TABLE functional_program (
    cluster_id bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    place      integer NOT NULL,
    name       text NOT NULL,
    go_slim_id text,
    score      double precision NOT NULL,
    terms      text[] NOT NULL,
    genes      text[] NOT NULL,
    PRIMARY KEY (cluster_id, place)
);

CREATE TABLE candidate (
    cluster_id      bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    rank            integer NOT NULL,
    label           text NOT NULL CHECK (label <> ''),
    cl_id           text NOT NULL,
    lineage         text NOT NULL,
    support         double precision NOT NULL,
    p_value         double precision NOT NULL CHECK (p_value >= 0 AND p_value <= 1),
    p_value_max     double precision NOT NULL CHECK (p_value_max >= 0 AND p_value_max <= 1),
    confidence      double precision NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
    supporting      text[] NOT NULL,
    absent_on_panel text[] NOT NULL,
    not_on_panel    text[] NOT NULL,
    conflicting     text[] NOT NULL,
    PRIMARY KEY (cluster_id, rank)
);

CREATE TABLE model_answer (
    cluster_id     bigint PRIMARY KEY REFERENCES cluster ON DELETE CASCADE,
    prompt         text NOT NULL,
    answer         text,
    model          text NOT NULL,
    digest         text,
    options        jsonb NOT NULL,
    latency_millis bigint NOT NULL CHECK (latency_millis >= 0),
    prompt_tokens  integer,
    answer_tokens  integer,
    outcome        text NOT NULL
);

CREATE TABLE curation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cluster_id bigint NOT NULL REFERENCES cluster ON DELETE CASCADE,
    label      text NOT NULL CHECK (label <> ''),
    cl_id      text CHECK (cl_id <> ''),
    comment    text,
    by         text NOT NULL CHECK (by <> ''),
    at         timestamptz NOT NULL
);

CREATE INDEX curation_cluster ON curation (cluster_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % is append only', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER curation_append_only BEFORE UPDATE ON curation FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Cluster number (0: not assessed) and reason of every cell in section order, 65,536 a row.
CREATE TABLE cell_block (
    job_id     uuid NOT NULL REFERENCES annotation_job ON DELETE CASCADE,
    first_cell integer NOT NULL CHECK (first_cell >= 0 AND first_cell % 65536 = 0),
    cluster    integer[] NOT NULL CHECK (cardinality(cluster) BETWEEN 1 AND 65536),
    reason     smallint[] NOT NULL,
    PRIMARY KEY (job_id, first_cell),
    CONSTRAINT cell_block_lengths CHECK (cardinality(cluster) = cardinality(reason))
);
