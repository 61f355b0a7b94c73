package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.nanocell.results.ConflictException;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReannotationsTest extends HttpTest {

    private static final String CLUSTER = "/api/v1/annotation-jobs/%s/clusters/1".formatted(Samples.JOB);

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"parameters\": null}", "{\"parameters\": {}}"})
    void theSameAgainIsAcceptedWithItsLocation(String body) {
        given(reannotations.submit(Samples.JOB, 1, JobParameters.NONE)).willReturn(Samples.reannotation());
        assertThat(post(body))
                .hasStatus(202)
                .hasHeader(HttpHeaders.LOCATION, CLUSTER + "/reannotations/" + Samples.REANNOTATION)
                .bodyJson()
                .extractingPath("$.before.label")
                .isEqualTo("T cells");
    }

    @Test
    void parametersArriveAsTheyWereGiven() {
        given(reannotations.submit(any(), anyInt(), any())).willReturn(Samples.reannotation());
        assertThat(post("{\"parameters\": {\"tissue\": \"liver\"}}")).hasStatus(202);
        verify(reannotations)
                .submit(
                        Samples.JOB,
                        1,
                        new JobParameters("liver", null, null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tissue\": \"liver\"} | 422",
                "{\"parameters\": {\"organ\": \"liver\"}} | 422",
                "{\"parameters\": {\"inference\": {\"policy\": \"BOLD\"}}} | 422",
                "{ | 400",
            })
    void bodiesThatAreNoneReachNobody(String body, int status) {
        assertThat(post(body)).hasStatus(status);
        verifyNoInteractions(reannotations);
    }

    @Test
    void statesThatDoNotAllowItAreConflicts() {
        given(reannotations.submit(any(), anyInt(), any()))
                .willThrow(new ConflictException("another one is QUEUED"))
                .willThrow(new JobNotFinishedException("it is RUNNING", JobState.RUNNING));
        ErrorsTest.isProblem(post("{}"), 409, "conflict");
        ErrorsTest.isProblem(post("{}"), 409, "not-finished");
    }

    @Test
    void historyIsAListOfThem() {
        given(reannotations.list(Samples.JOB, 1)).willReturn(List.of(Samples.reannotation()));
        given(reannotations.get(Samples.JOB, 1, Samples.REANNOTATION)).willReturn(Samples.reannotation());
        assertThat(http.get().uri(CLUSTER + "/reannotations"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content[0].id")
                .isEqualTo(Samples.REANNOTATION.toString());
        assertThat(http.get().uri(CLUSTER + "/reannotations/" + Samples.REANNOTATION))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.after")
                .isNull();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri(CLUSTER + "/reannotate")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
