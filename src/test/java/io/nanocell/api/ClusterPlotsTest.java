package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobState;
import io.nanocell.results.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ClusterPlotsTest extends HttpTest {

    private static final String PLOTS = "/api/v1/annotation-jobs/{id}/plots/";

    @ParameterizedTest
    @CsvSource({"dotplot.svg, 3", "dotplot.svg?markers=1, 1", "dotplot.svg?markers=10, 10"})
    void drawsAsManyMarkersAsAskedFor(String call, int markers) {
        given(clusterPlots.dotplot(Samples.JOB, markers)).willReturn("<svg>ä</svg>");
        isFigure(get(call), "<svg>ä</svg>");
        verify(clusterPlots).dotplot(Samples.JOB, markers);
    }

    @Test
    void drawsTheComposition() {
        given(clusterPlots.composition(Samples.JOB)).willReturn("<svg>made</svg>");
        isFigure(get("composition.svg"), "<svg>made</svg>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "all", "3.5", "2147483648", ""})
    void namesANumberOfMarkersThatDoesNotHold(String markers) {
        var result = get("dotplot.svg?markers=" + markers);
        ErrorsTest.isProblem(result, 422, "invalid-parameters");
        assertThat(result).bodyJson().extractingPath("$.violations[0].field").isEqualTo("markers");
        verifyNoInteractions(clusterPlots);
    }

    @Test
    void compositionHasNoMarkersToChoose() {
        ErrorsTest.isProblem(get("composition.svg?markers=3"), 422, "invalid-parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dotplot.svg", "composition.svg"})
    void unfinishedJobHasNoFigure(String figure) {
        var unfinished = new JobNotFinishedException("Job has no results: it is RUNNING", JobState.RUNNING);
        willThrow(unfinished).given(clusterPlots).dotplot(any(), anyInt());
        willThrow(unfinished).given(clusterPlots).composition(any());
        ErrorsTest.isProblem(get(figure), 409, "not-finished");
        assertThat(get(figure)).bodyJson().extractingPath("$.jobState").isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dotplot.svg", "composition.svg"})
    void unknownJobIsNotFound(String figure) {
        willThrow(new NotFoundException("There is none")).given(clusterPlots).dotplot(any(), anyInt());
        willThrow(new NotFoundException("There is none")).given(clusterPlots).composition(any());
        ErrorsTest.isProblem(get(figure), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dotplot.svg", "composition.svg"})
    void isServedAsSvgOnly(String figure) {
        ErrorsTest.isProblem(
                http.get()
                        .uri(PLOTS + figure, Samples.JOB)
                        .accept("application/json")
                        .exchange(),
                406,
                "not-acceptable");
    }

    private MvcTestResult get(String figure) {
        return http.get().uri(PLOTS + figure, Samples.JOB).exchange();
    }

    private static void isFigure(MvcTestResult result, String svg) {
        assertThat(result)
                .hasStatusOk()
                .hasContentType("image/svg+xml;charset=UTF-8")
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .bodyText()
                .isEqualTo(svg);
    }
}
