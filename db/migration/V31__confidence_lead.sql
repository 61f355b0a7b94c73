-- Two more parts of a confidence: how far ahead of the best rival the ranking sees the candidate, and how likely it
-- holds the types below it.
ALTER TABLE confidence_part DROP CONSTRAINT confidence_part_part_check;
ALTER TABLE confidence_part ADD CONSTRAINT confidence_part_part_check CHECK (part IN (
    'markerCount', 'posterior', 'lead', 'below', 'markerShare', 'sourceAgreement', 'sourceShare', 'secondLineage',
    'knownMarkers', 'markerSupport', 'margin', 'coverage', 'entropy', 'functionalConsistency', 'heterogeneity', 'leakage'));
