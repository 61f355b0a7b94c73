-- Types of single cells: what a job's cells are called, by numbers from 1, and the number of every cell.

CREATE TABLE cell_label (
    job_id  uuid NOT NULL REFERENCES annotation_job ON DELETE CASCADE,
    number  integer NOT NULL CHECK (number BETWEEN 1 AND 32767),
    label   text NOT NULL CHECK (label <> ''),
    cl_id   text CHECK (cl_id <> ''),
    lineage text NOT NULL CHECK (lineage <> ''),
    PRIMARY KEY (job_id, number)
);

-- 0: the cell has no type of its own. Null in jobs from before.
ALTER TABLE cell_block ADD COLUMN label smallint[];
ALTER TABLE cell_block ADD CONSTRAINT cell_block_labels
    CHECK (label IS NULL OR cardinality(label) = cardinality(cluster));

ALTER TABLE cluster ADD COLUMN composition jsonb NOT NULL DEFAULT '[]';
