-- What an ablation has to say beside its rows: that another model answered than the pinned one.
ALTER TABLE ablation ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(warnings) = 'array');
