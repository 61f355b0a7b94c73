package io.nanocell.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.nanocell.pipeline.AdequacyRow;
import io.nanocell.pipeline.DatasetRequest;
import io.nanocell.pipeline.UploadedFile;
import io.nanocell.results.JobParameters;
import io.nanocell.results.RequestRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DatasetsTest extends HttpTest {

    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    Path incoming;

    private Path spool;

    @BeforeEach
    void spoolBelowIncoming() {
        spool = incoming.resolve("spool");
        given(submissions.spoolFolder()).willAnswer(_ -> Files.createDirectory(spool));
    }

    @Test
    void uploadHandsOverFilesAndWords() {
        List<String> contents = new ArrayList<>();
        willAnswer(call -> {
                    for (UploadedFile file : call.<List<UploadedFile>>getArgument(0)) {
                        contents.add(file.role() + " " + file.clientName() + " " + Files.readString(file.file()));
                    }
                    return Samples.dataset();
                })
                .given(submissions)
                .upload(any(), any());
        var result = upload().file(
                        new MockMultipartFile("matrix", "C:\\data\\matrix.h5", null, "counts".getBytes(UTF_8)))
                .file(new MockMultipartFile("cells", "../../cells.csv", null, "cells".getBytes(UTF_8)))
                .param("name", "section 1")
                .param("tissue", "liver")
                .param("annotate", "false")
                .param("parameters", "{\"hsnmf\": {\"rank\": 7}}")
                .exchange();

        assertThat(result).hasStatus(201).hasHeader(HttpHeaders.LOCATION, DATASETS + "/" + Samples.DATASET);
        assertThat(contents).containsExactlyInAnyOrder("matrix matrix.h5 counts", "cells cells.csv cells");
        var request = ArgumentCaptor.forClass(DatasetRequest.class);
        verify(submissions).upload(any(), request.capture());
        assertThat(request.getValue().tissue()).isEqualTo("liver");
        assertThat(request.getValue().annotate()).isFalse();
        assertThat(request.getValue().parameters().hsnmf()).isNotNull();
        assertThat(spool).doesNotExist();
    }

    @Test
    void parametersMayBeAFile() {
        given(submissions.upload(any(), any())).willReturn(Samples.dataset());
        var result = bundle().file(
                        new MockMultipartFile("parameters", "p.json", null, "{\"tissue\": \"lung\"}".getBytes(UTF_8)))
                .exchange();
        assertThat(result).hasStatus(201);
        var request = ArgumentCaptor.forClass(DatasetRequest.class);
        verify(submissions).upload(any(), request.capture());
        assertThat(request.getValue().parameters().tissue()).isEqualTo("lung");
        assertThat(request.getValue().annotate()).isTrue();
    }

    @Test
    void spooledFilesAreGoneAfterRefusal() throws IOException {
        given(submissions.upload(any(), any()))
                .willThrow(new RequestRejected("malformed-bundle", 422, "no cells", List.of()));
        ErrorsTest.isProblem(bundle().exchange(), 422, "malformed-bundle");
        try (Stream<Path> left = Files.list(incoming)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesUnknownPartsByName() {
        refused(bundle().file(file("image", "x")).exchange(), "image");
        refused(bundle().param("tisue", "liver").exchange(), "tisue");
    }

    @Test
    void refusesRepeatedParts() {
        refused(bundle().file(file("bundle", "again")).exchange(), "bundle");
        refused(bundle().param("name", "a", "b").exchange(), "name");
    }

    @Test
    void refusesBundleBesideLooseFiles() {
        refused(bundle().file(file("cells", "c")).exchange(), "cells");
    }

    @Test
    void namesTheMissingPart() {
        refused(upload().file(file("matrix", "m")).exchange(), "cells");
        refused(upload().file(file("cells", "c")).exchange(), "matrix");
        refused(upload().param("name", "nothing").exchange(), "matrix");
    }

    @Test
    void refusesEmptyFiles() {
        refused(upload().file(file("bundle", "")).exchange(), "bundle");
    }

    @Test
    void refusesAFileSentAsText() {
        refused(upload().param("bundle", "bytes").exchange(), "bundle");
    }

    @Test
    void refusesBadWords() {
        refused(bundle().param("annotate", "yes").exchange(), "annotate");
        refused(bundle().param("tissue", " ").exchange(), "tissue");
        refused(bundle().param("name", "a\0b").exchange(), "name");
        refused(bundle().param("name", "x".repeat(201)).exchange(), "name");
        refused(bundle().param("parameters", "{\"rank\": 3}").exchange(), "parameters.rank");
    }

    @Test
    void importsAFolder() {
        given(submissions.importFolder(eq("run 1"), any())).willReturn(Samples.dataset());
        var result = http.post()
                .uri(DATASETS)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"path\": \"run 1\", \"annotate\": false}")
                .exchange();
        assertThat(result).hasStatus(201).hasHeader(HttpHeaders.LOCATION, DATASETS + "/" + Samples.DATASET);
        verify(submissions)
                .importFolder("run 1", new DatasetRequest(null, null, null, null, false, JobParameters.NONE));
    }

    @Test
    void importNeedsAPath() {
        refused(
                http.post()
                        .uri(DATASETS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"x\"}")
                        .exchange(),
                "path");
    }

    @Test
    void missingValuesAreNullAndTimesIso() {
        given(datasets.get(Samples.DATASET)).willReturn(Samples.dataset());
        var result = http.get().uri(DATASETS + "/{id}", Samples.DATASET).exchange();
        assertThat(result)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.createdAt")
                .isEqualTo("2026-11-22T17:00:00Z");
        assertThat(result).bodyText().contains("\"tissue\":null", "\"medianGenes\":null"); // was NaN
        assertThat(result).bodyJson().extractingPath("$.annotationJob.state").isEqualTo("QUEUED");
    }

    @Test
    void unchangedReadIsNotSentAgain() {
        given(datasets.get(Samples.DATASET)).willReturn(Samples.dataset());
        var first = http.get().uri(DATASETS + "/{id}", Samples.DATASET).exchange();
        String etag = first.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(etag).isNotBlank();
        var second = http.get()
                .uri(DATASETS + "/{id}", Samples.DATASET)
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(etag))
                .exchange();
        assertThat(second).hasStatus(304).body().isEmpty();
        assertThat(second).hasHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    @Test
    void listsWithTotals() {
        var page =
                PageRequest.of(1, 2, Sort.by("name").descending().and(Sort.by("id"))); // the id keeps equal names apart
        given(datasets.list(page)).willReturn(new PageImpl<>(List.of(Samples.dataset()), page, 3));
        var result = http.get().uri(DATASETS + "?page=1&size=2&sort=name,desc").exchange();
        assertThat(result)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.page")
                .isEqualTo(Map.of("number", 1, "size", 2, "totalElements", 3, "totalPages", 2));
        assertThat(result).bodyJson().extractingPath("$.content").asArray().hasSize(1);
    }

    @Test
    void listStartsWithTheNewest() {
        given(datasets.list(any())).willReturn(new PageImpl<>(List.of()));
        assertThat(http.get().uri(DATASETS)).hasStatusOk();
        var page = ArgumentCaptor.forClass(Pageable.class);
        verify(datasets).list(page.capture());
        assertThat(page.getValue().getSort())
                .isEqualTo(Sort.by("createdAt").descending().and(Sort.by("id")));
    }

    @Test
    void deletes() {
        assertThat(http.delete().uri(DATASETS + "/{id}", Samples.DATASET)).hasStatus(204);
        verify(submissions).delete(Samples.DATASET);
    }

    @Test
    void adequacyAsksForTheTissueGiven() {
        given(datasets.get(Samples.DATASET)).willReturn(Samples.dataset());
        given(datasets.genes(Samples.DATASET)).willReturn(List.of("CD3E"));
        given(reference.adequacy(List.of("CD3E"), "liver", "human"))
                .willReturn(List.of(new AdequacyRow("T cells", "CL:0000084", "CALLABLE", List.of("CD3E"), null)));
        assertThat(http.get().uri(DATASETS + "/{id}/panel-adequacy?tissue=liver", Samples.DATASET))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content[0].status")
                .isEqualTo("CALLABLE");
    }

    private void refused(MvcTestResult result, String field) {
        ErrorsTest.isProblem(result, 422, "invalid-parameters");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.violations[*].field")
                .asArray()
                .contains(field);
        verifyNoInteractions(submissions);
    }

    private MockMultipartMvcRequestBuilder upload() {
        return http.post().uri(DATASETS).multipart();
    }

    private MockMultipartMvcRequestBuilder bundle() {
        return upload().file(file("bundle", "zip"));
    }

    private static MockMultipartFile file(String part, String content) {
        return new MockMultipartFile(part, part + ".bin", null, content.getBytes(UTF_8));
    }
}
