-- What an audit of the model's part needs: how stable its choices are, and what the evidence said of every candidate.

ALTER TABLE model_answer ADD COLUMN stability jsonb;
