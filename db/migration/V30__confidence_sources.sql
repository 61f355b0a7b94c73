-- Four more parts of a confidence: how many markers there are, how far the sources agree, one by one, and how far above chance a
-- second lineage is. The number of markers is a count, no share.
ALTER TABLE confidence_part DROP CONSTRAINT confidence_part_part_check;
ALTER TABLE confidence_part ADD CONSTRAINT confidence_part_part_check CHECK (part IN (
    'markerCount', 'posterior', 'markerShare', 'sourceAgreement', 'sourceShare', 'secondLineage', 'knownMarkers',
    'markerSupport', 'margin', 'coverage', 'entropy', 'functionalConsistency', 'heterogeneity', 'leakage'));
ALTER TABLE confidence_part DROP CONSTRAINT confidence_part_check;
ALTER TABLE confidence_part ADD CONSTRAINT confidence_part_check
    CHECK (value >= 0 AND value < 'Infinity' AND (value <= 1 OR part IN ('entropy', 'markerCount')));
