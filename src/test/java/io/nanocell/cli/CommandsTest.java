package io.nanocell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Commands.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void leavesServiceArgumentsAlone() {
        assertThat(Commands.handles(new String[] {"--server.port=0"})).isFalse();
        assertThat(Commands.handles(new String[] {})).isFalse();
        assertThat(Commands.handles(new String[] {"simulate"})).isTrue();
    }

    @Test
    void refusesUnknownOptionsByName() {
        assertThat(run("simulate", "--out", "x", "--sells", "3")).isEqualTo(2);
        assertThat(errors()).contains("unknown option --sells").contains("usage: simulate");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThat(run("simulate", "--out", folder.toString(), "--cells", "0")).isEqualTo(2);
        assertThat(errors()).contains("--cells must be a whole number of at least 1, got 0");
    }

    @Test
    void simulatesABundleWithItsTruth() {
        assertThat(run("simulate", "--out", folder.toString(), "--cells", "500", "--genes=380"))
                .isZero();
        assertThat(folder).isDirectoryContaining("glob:**cell_feature_matrix.h5");
        assertThat(folder).isDirectoryContaining("glob:**truth.csv");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("SYNTHETIC");
    }

    @Test
    void scoresCasesAgainstExperts() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.tsv"), """
                case_id\ttissue\tmarkers\texpert_cl_ids
                b\tPBMC\tMS4A1,CD79A,CD79B,CD19,BANK1,PAX5\tCL:0000236
                wrong\tPBMC\tMS4A1,CD79A,CD79B,CD19,BANK1,PAX5\tCL:0000182
                """);

        Path answers = folder.resolve("answers.tsv");
        assertThat(run("evaluate", "--cases", cases.toString(), "--answers", answers.toString()))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("n    2  ontology mean 0.500  exact 0.500");
        assertThat(Files.readAllLines(answers)).hasSize(3).satisfies(lines -> {
            assertThat(lines.getFirst()).startsWith("case_id\ttissue\texpert_cl_ids\texpert_names");
            assertThat(lines.get(1))
                    .startsWith("b\tPBMC\tCL:0000236\tB cell\tMS4A1,CD79A,")
                    .contains("\tB cell\tCL:0000236\tHIGH\t0.")
                    .contains("\t1.0\t");
            assertThat(lines.get(2))
                    .startsWith("wrong\t")
                    .contains("\thepatocyte\t")
                    .contains("\t0.0\t");
        });
    }

    @Test
    void cutsListsToAPanelAndDrawsFigures() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.tsv"), """
                tissue\tmarkers\texpert_cl_ids\tspecies
                nowhere at all\tMS4A1,CD79A,CD79B,CD19,BANK1,PAX5\tCL:0000236\thuman
                \tALB,APOA1\tCL:0000182\tHuman
                liver\talb,apoa1\tCL:0000182\tzebrafish
                """);
        Path panel = Files.writeString(
                folder.resolve("panel.csv"), "gene,Annotation\nMS4A1,\"B, cells\"\nCD79A,\nCD79B,\nCD19,\n");

        assertThat(run("evaluate", "--cases=" + cases, "--panel=" + panel, "--figures=" + folder.resolve("figures")))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("n    2  ontology mean 0.500")
                .contains("warning: 1 rows of other species")
                .contains("no tissue \"nowhere at all\": its 1 cases")
                .contains("calibration slope", "expert's lineage");
        assertThat(folder.resolve("figures/reliability.svg")).content().contains("</svg>");
        assertThat(folder.resolve("figures/risk-coverage.svg")).exists();
    }

    @Test
    void namesTheLineOfACaseThatDoesNotHold() throws IOException {
        String header = "tissue\tmarkers\texpert_cl_ids\n";
        assertThat(refused(header + "liver\tALB\n")).contains("line 2: 2 columns, the header has 3");
        assertThat(refused(header + "\nliver\t\tCL:0000182\n")).contains("line 3: no markers");
        assertThat(refused(header + "liver\tALB\tCL:182\n")).contains("line 2: expert_cl_ids has CL:182");
        assertThat(refused(header + "liver\tALB\tCL:9999999\n")).contains("line 2: CL:9999999 is no live term");
        assertThat(refused(header + "liver\tALB\t\n")).contains("no case that can be scored");
    }

    private String refused(String text) throws IOException {
        errors.reset();
        Path cases = Files.writeString(folder.resolve("cases.tsv"), text);
        assertThat(run("evaluate", "--cases", cases.toString())).isEqualTo(2);
        return errors();
    }

    /// The databases call it luminal in the breast and in the prostate.
    @Test
    void labelOfAnotherOrganIsNeverHigh() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.tsv"), """
                case_id\ttissue\tmarkers\texpert_cl_ids
                p\tprostate\tKRT8,KRT18,KLK3,ACP3,MSMB,NKX3-1\tCL:0002340
                b\tbreast\tKRT8,KRT18,KLK3,ACP3,MSMB,NKX3-1\tCL:0002326
                """);
        Path answers = folder.resolve("answers.tsv");

        assertThat(run("evaluate", "--cases=" + cases, "--answers=" + answers)).isZero();

        assertThat(Files.readAllLines(answers)).satisfies(lines -> {
            assertThat(lines.get(1)).contains("mammary gland\tCL:0002326\tMODERATE\t0.790", "OTHER_ORGAN");
            assertThat(lines.get(2))
                    .contains("mammary gland\tCL:0002326\tHIGH\t")
                    .doesNotContain("OTHER_ORGAN");
        });
    }

    @Test
    void saysThatItCannotWriteTheAnswers() throws IOException {
        Path cases = Files.writeString(
                folder.resolve("cases.tsv"), "tissue\tmarkers\texpert_cl_ids\nliver\tALB\tCL:0000182\n");

        assertThat(run("evaluate", "--cases=" + cases, "--answers=" + folder)).isEqualTo(2);
        assertThat(errors()).contains("cannot write the answers to " + folder);
    }

    @Test
    void namesTheColumnThatACaseFileLacks() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.tsv"), "case_id\ttissue\tmarkers\n");

        assertThat(run("evaluate", "--cases", cases.toString())).isEqualTo(2);
        assertThat(errors()).contains("no column expert_cl_ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "panel", "answers", "figures"})
    void saysWhichOptionsDoNotGoWithListsLeftOut(String option) {
        assertThat(run("evaluate", "--leave-out", "publications", "--reference", "x", "--" + option, "y"))
                .isEqualTo(2);
        assertThat(errors()).contains("--" + option + " goes with cases of your own");
    }

    @Test
    void namesTheSourcesAndKindsThatCanBeLeftOut() {
        assertThat(run("evaluate", "--leave-out", "publications", "--reference", "x", "--without", "WIKIPEDIA"))
                .isEqualTo(2);
        assertThat(errors()).contains("WIKIPEDIA is none of", "PANGLAO_DB", "ATLAS");

        assertThat(run("evaluate", "--leave-out", "experts", "--reference", "x"))
                .isEqualTo(2);
        assertThat(errors()).contains("experts is none of", "PUBLICATIONS");
    }
}
