package io.nanocell.confidence;

import io.nanocell.evidence.Candidate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether epithelial cells of a sample may be those of a carcinoma: a panel of lineage markers cannot tell a
/// carcinoma cell from its healthy cousin.
///
/// @param suspected whether tissue or disease speak of a tumour
/// @param cancerRow whether a "Cancer cell" row of CellMarker supports a candidate, which lifts the cap
public record Malignancy(boolean suspected, Predicate<Candidate> cancerRow) {

    /// A healthy sample.
    public static final Malignancy NONE = new Malignancy(false, candidate -> false);

    /// Stems, so that "adenocarcinoma" and "metastatic" count. "Tumour-adjacent" counts too: the cap errs on the
    /// safe side.
    private static final Pattern STEMS =
            Pattern.compile("tumou?r|cancer|carcino|sarcoma|melanoma|lymphoma|leuka?emi|myeloma|glioma|astrocytoma"
                    + "|blastoma|mesothelioma|thymoma|seminoma|germinoma|adenoma|neoplas|malignan|metasta");

    /// Abbreviations in common use, as whole words.
    private static final Pattern WORDS = Pattern.compile(
            "\\b(hcc|icc|pdac|nsclc|sclc|luad|lusc|crc|coad|brca|tnbc|dcis|idc|ilc|c?crcc|rcc|hnscc|scc|bcc|gbm|hgsoc)\\b");

    /// Reads what the user says of the sample.
    ///
    /// @param tissue as given; null where unknown
    /// @param disease as given; null where unknown
    public static Malignancy of(
            @Nullable String tissue, @Nullable String disease, Predicate<Candidate> supportedByCancerRow) {
        return new Malignancy(speaksOfTumour(tissue) || speaksOfTumour(disease), supportedByCancerRow);
    }

    private static boolean speaksOfTumour(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String plain = text.toLowerCase(Locale.ROOT);
        return STEMS.matcher(plain).find() || WORDS.matcher(plain).find();
    }
}
