package io.nanocell.results;

import jakarta.persistence.Embeddable;

/// A row of `dataset_file`.
@Embeddable
record StoredFile(String role, String name, long bytes, String sha256, String storageKey) {

    static StoredFile of(FileRecord file) {
        return new StoredFile(
                file.role(),
                StorableText.replacingNul(file.name()),
                file.bytes(),
                file.sha256(),
                StorableText.replacingNul(file.storageKey()));
    }

    FileRecord record() {
        return new FileRecord(role, name, bytes, sha256, storageKey);
    }

    FileView view() {
        return new FileView(name, bytes, sha256);
    }
}
