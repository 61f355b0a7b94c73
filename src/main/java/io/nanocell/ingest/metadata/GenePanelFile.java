package io.nanocell.ingest.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `gene_panel.json`, as far as it is used. Upstream: 10x Genomics, "Understanding Xenium Outputs",
/// gene_panel.json.
///
/// @param payload everything but the file's own checksum
public record GenePanelFile(@Nullable Payload payload) {

    /// @param panel what the panel is
    /// @param targets what it measures, controls included
    public record Payload(@Nullable Panel panel, @Nullable List<Target> targets) {}

    /// @param identity its name and version
    /// @param geneTargets `num_gene_targets`, the number of genes that it measures
    /// @param species "Human", "Mouse" …
    public record Panel(
            @Nullable Identity identity,
            @JsonProperty("num_gene_targets") @Nullable Long geneTargets,
            @Nullable String species) {}

    /// @param name the panel's name
    public record Identity(@Nullable String name) {}

    /// @param type what one target is
    public record Target(@Nullable Type type) {}

    /// @param descriptor "gene", "negative_control_probe" …
    /// @param data which gene
    public record Type(
            @Nullable String descriptor, @Nullable Data data) {}

    /// @param id Ensembl id
    /// @param name gene symbol
    public record Data(@Nullable String id, @Nullable String name) {}

    /// @return the panel's name, null where the file gives none
    public @Nullable String name() {
        Panel panel = panel();
        return panel == null || panel.identity() == null
                ? null
                : panel.identity().name();
    }

    /// @return the panel's species, null where the file gives none
    public @Nullable String species() {
        Panel panel = panel();
        return panel == null ? null : panel.species();
    }

    /// @return the number of genes that the file declares, null where it declares none
    public @Nullable Long geneTargets() {
        Panel panel = panel();
        return panel == null ? null : panel.geneTargets();
    }

    private @Nullable Panel panel() {
        return payload == null ? null : payload.panel();
    }

    /// @return symbol by id of the genes that it measures; a gene without id stands under its symbol
    public Map<String, String> genes() {
        Map<String, String> genes = new LinkedHashMap<>();
        if (payload != null && payload.targets() != null) {
            for (Target target : payload.targets()) {
                Type type = target.type();
                if (type != null && "gene".equals(type.descriptor()) && type.data() != null) {
                    String name = type.data().name();
                    String id = type.data().id();
                    if (name != null) {
                        genes.put(id == null ? name : id, name);
                    }
                }
            }
        }
        return genes;
    }
}
