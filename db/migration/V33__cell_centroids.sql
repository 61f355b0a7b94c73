-- Where the cells lie, in µm: for maps and GeoJSON. Null in the rows of datasets that came before.
ALTER TABLE cell_id_block
    ADD COLUMN x real[],
    ADD COLUMN y real[],
    ADD CHECK ((x IS NULL) = (y IS NULL)),
    ADD CHECK (x IS NULL OR (cardinality(x) = cardinality(ids) AND cardinality(y) = cardinality(ids)));
