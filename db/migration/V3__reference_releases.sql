-- Which releases of the reference data this service has used, and since when.

CREATE TABLE reference_release (
    source     text NOT NULL CHECK (source <> ''),
    release    text NOT NULL,
    sha256     text NOT NULL,
    used_since timestamptz NOT NULL,
    PRIMARY KEY (source, release, sha256)
);
