package io.nanocell.api.report;

/// A verdict in words, with a mark of its own shape: a print without colours tells them apart too.
public enum ReportVerdict {
    HIGH("HIGH", "●"),
    MODERATE("MODERATE", "◐"),
    UNRESOLVED("Unresolved", "○"),
    HETEROGENEOUS("Heterogeneous", "◆"),
    NOT_ASSESSED("Not assessed", "–");

    private final String words;
    private final String mark;

    ReportVerdict(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    /// @param verdict of a cluster, as served
    public static ReportVerdict of(String verdict) {
        return valueOf(verdict);
    }

    public String words() {
        return words;
    }

    void into(Html html) {
        html.open("span", "class", "verdict " + name())
                .element("span", mark, "aria-hidden", "true")
                .text(" " + words)
                .close();
    }
}
