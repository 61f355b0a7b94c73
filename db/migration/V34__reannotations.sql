-- Clusters that were annotated again with parameters of their own, nothing upstream computed again: the history that
-- says with which, and what became of the answer.
CREATE TABLE reannotation (
    id            uuid PRIMARY KEY,
    created_at    timestamptz NOT NULL DEFAULT now(),
    job_id        uuid NOT NULL,
    cluster       integer NOT NULL,
    state         text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    parameters    jsonb NOT NULL, -- complete
    answer_before jsonb NOT NULL, -- of the machine, when it was asked for
    answer_after  jsonb,
    provenance    jsonb,
    warnings      jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(warnings) = 'array'),
    attempt       integer NOT NULL DEFAULT 0 CHECK (attempt BETWEEN 0 AND 3),
    failure       jsonb,
    started_at    timestamptz,
    finished_at   timestamptz,
    CONSTRAINT reannotation_cluster
        FOREIGN KEY (job_id, cluster) REFERENCES cluster (job_id, number) ON DELETE CASCADE,
    CONSTRAINT reannotation_finished CHECK ((state IN ('SUCCEEDED', 'FAILED')) = (finished_at IS NOT NULL)),
    CONSTRAINT reannotation_failure CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
    CONSTRAINT reannotation_answer
        CHECK ((state = 'SUCCEEDED') = (answer_after IS NOT NULL AND provenance IS NOT NULL))
);

CREATE INDEX reannotation_history ON reannotation (job_id, cluster, created_at DESC, id);

-- The digest of a job's results goes on from reannotation to reannotation: one after the other.
CREATE UNIQUE INDEX reannotation_open ON reannotation (job_id) WHERE state IN ('QUEUED', 'RUNNING');

-- Their own queue, as db-scheduler 16.12.0 asks for it.
CREATE TABLE scheduled_reannotations (
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

CREATE INDEX scheduled_reannotations_execution_time ON scheduled_reannotations (execution_time);
CREATE INDEX scheduled_reannotations_last_heartbeat ON scheduled_reannotations (last_heartbeat);
