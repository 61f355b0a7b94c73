package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

import io.nanocell.pipeline.figures.Palette;
import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageImpl;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SpatialPlotTest extends HttpTest {

    private static final CellLabel NK = new CellLabel("NK cells", "CL:0000623", "lymphoid");

    @BeforeEach
    void finishedJob() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(jobs.clusters(eq(Samples.JOB), any()))
                .willReturn(new PageImpl<>(List.of(
                        Samples.cluster(1, "T cells", "HIGH"),
                        Samples.cluster(2, "Unresolved", "UNRESOLVED"),
                        Samples.cluster(3, "T cells", "HIGH"))));
        cells(
                new CellRow("a", 1, "NONE", NK, 0f, 0f),
                new CellRow("b", 2, "NONE", null, 100f, 0f),
                new CellRow("c", 3, "NONE", NK, 0f, 80f),
                new CellRow("d", 0, "FEW_GENES", null, 100f, 80f));
    }

    private void cells(CellRow... rows) {
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    List.of(rows).forEach(consumer);
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
    }

    @Test
    void drawsTheGroupsOfTheCellTableInItsColours() {
        var answer = get("");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("image/svg+xml");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("img-src data:");
        assertThat(text(answer))
                .contains(
                        "Where the labels lie",
                        "fill=\"" + Palette.colour(0) + "\"><title>T cells: 2 cells",
                        "fill=\"" + Palette.colour(1) + "\"><title>Unresolved (Cluster 2): 1 cell<",
                        "fill=\"" + Palette.GREY + "\"><title>NOT_ASSESSED: 1 cell<");
        assertThat(text(get("?group=cluster"))).contains("Cluster 1: 1 cell<", "Cluster 3: 1 cell<");
        assertThat(text(get("?group=cellLabel"))).contains("NK cells: 2 cells", "Unassigned: 1 cell<");
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThat(get("?group=lineage"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.violations[0].value")
                .isEqualTo("lineage");

        cells(new CellRow("a", 1, "NONE", NK, 0f, 0f), new CellRow("b", 1, "NONE", NK, null, null));
        assertThat(get("")).hasStatus(409).bodyText().contains("upload the section again");

        given(jobs.clusters(eq(Samples.JOB), any()))
                .willThrow(new JobNotFinishedException("still running", JobState.RUNNING));
        assertThat(get("")).hasStatus(409).bodyText().contains("not-finished");
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri("/api/v1/annotation-jobs/{id}/plots/spatial.svg" + query, Samples.JOB)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
