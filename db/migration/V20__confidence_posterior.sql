-- Three more parts of a confidence: the posterior of the ranking, the share and the number of the markers that are the label's.
ALTER TABLE confidence_part DROP CONSTRAINT confidence_part_part_check;
ALTER TABLE confidence_part ADD CONSTRAINT confidence_part_part_check CHECK (part IN (
    'posterior', 'markerShare', 'knownMarkers', 'markerSupport', 'margin', 'coverage', 'entropy', 'functionalConsistency',
    'heterogeneity', 'leakage'));
