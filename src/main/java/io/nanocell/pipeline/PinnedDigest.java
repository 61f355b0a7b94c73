package io.nanocell.pipeline;

import io.nanocell.inference.ModelIdentity;
import io.nanocell.results.Notice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the model that answered is the pinned one.
final class PinnedDigest {

    private PinnedDigest() {}

    /// @param model that answered
    /// @param written whether it wrote anything: of a model that did not, an unknown digest is no news
    /// @param pinned digest, or its first digits; null where none is pinned
    /// @return `MODEL_DIGEST` where it is another model, or one whose digest could not be read
    static Optional<Notice> notice(ModelIdentity model, boolean written, @Nullable String pinned) {
        if (pinned == null) {
            return Optional.empty();
        }
        String digest = model.digest();
        if (digest == null) {
            return written
                    ? notice(
                            "The digest of the language model %s could not be read, so nobody knows whether it is the pinned %s"
                                    .formatted(model.name(), pinned))
                    : Optional.empty();
        }
        return digest.replaceFirst("^sha256:", "").startsWith(pinned)
                ? Optional.empty()
                : notice("The language model %s has the digest %s, not the pinned %s"
                        .formatted(model.name(), digest, pinned));
    }

    private static Optional<Notice> notice(String finding) {
        return Optional.of(new Notice(
                "MODEL_DIGEST", finding + " (nanocell.model.digest): its choices may differ from those of other jobs"));
    }
}
