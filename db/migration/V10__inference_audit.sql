-- What an audit of the model's part needs: how stable its choices are, and what the evidence said of every candidate.

ALTER TABLE model_answer ADD COLUMN stability jsonb;

-- Confidence, verdict and parts of every candidate, as blind to the model as they were computed: what the lift ledger
-- compares and an ablation decides by. Clusters that were not assessed, and those of earlier versions, have none.
CREATE TABLE cluster_judgement (
    cluster_id bigint PRIMARY KEY REFERENCES cluster ON DELETE CASCADE,
    judgement  jsonb NOT NULL
);

-- An ablation: inference run again over a job's stored evidence in several ways.
CREATE TABLE ablation (
    id            uuid PRIMARY KEY,
    created_at    timestamptz NOT NULL DEFAULT now(),
    job_id        uuid NOT NULL REFERENCES annotation_job ON DELETE CASCADE,
    state         text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    settings      jsonb NOT NULL,
    job_sha256    text NOT NULL CHECK (job_sha256 ~ '^[0-9a-f]{64}$'), -- of the results it speaks of
    questions     integer NOT NULL CHECK (questions >= 0),
    answered      integer NOT NULL DEFAULT 0 CHECK (answered BETWEEN 0 AND questions),
    attempt       integer NOT NULL DEFAULT 0 CHECK (attempt BETWEEN 0 AND 3), -- starts since the last answer
    rows          jsonb NOT NULL DEFAULT '[]',
    model         jsonb,
    failure       jsonb,
    started_at    timestamptz,
    finished_at   timestamptz,
    CONSTRAINT ablation_finished CHECK ((state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
    CONSTRAINT ablation_failure CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);

CREATE INDEX ablation_job ON ablation (job_id, created_at DESC, id);

-- What the model said, so that an ablation goes on where it was interrupted.
CREATE TABLE ablation_answer (
    ablation_id uuid NOT NULL REFERENCES ablation ON DELETE CASCADE,
    question    integer NOT NULL CHECK (question >= 0), -- evidence × enum × top, in the order of the settings
    cluster     integer NOT NULL CHECK (cluster >= 1),
    answer      jsonb NOT NULL,
    PRIMARY KEY (ablation_id, question, cluster)
);

-- The ablations' own queue, as db-scheduler 16.12.0 asks for it: they neither wait for annotation jobs nor hold them up.
CREATE TABLE scheduled_ablations (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_ablations_execution_time ON scheduled_ablations (execution_time);
CREATE INDEX scheduled_ablations_last_heartbeat ON scheduled_ablations (last_heartbeat);
