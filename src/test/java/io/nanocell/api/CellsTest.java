package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

import io.nanocell.pipeline.figures.Palette;
import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import io.nanocell.results.JobState;
import io.nanocell.results.TypeShare;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CellsTest extends HttpTest {

    private static final List<ClusterView> CLUSTERS = List.of(
            Samples.cluster(1, "T cells", "HIGH"),
            Samples.cluster(2, "Unresolved", "UNRESOLVED"),
            Samples.cluster(3, "T cells", "HIGH"),
            Samples.cluster(4, "my \"group\", b", "Heterogeneous", "HETEROGENEOUS"),
            Samples.cluster(5, "=cmd()", "+evil", "MODERATE"),
            Samples.cluster(6, "-1", null, "NOT_ASSESSED"));

    @BeforeEach
    void finishedJob() {
        given(jobs.get(Samples.JOB)).willReturn(Samples.job(JobState.SUCCEEDED));
        given(jobs.clusters(eq(Samples.JOB), any())).willReturn(new PageImpl<>(CLUSTERS));
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    for (int cluster = 1; cluster <= CLUSTERS.size(); cluster++) {
                        consumer.accept(new CellRow("cell-" + cluster, cluster, "NONE"));
                    }
                    consumer.accept(new CellRow("=cell", 0, "FEW_TRANSCRIPTS"));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
    }

    @Test
    void groupsByLabelAndKeepsTheUnresolvedApart() {
        var lines = lines(get(""));
        assertThat(lines.getFirst()).isEqualTo("cell_id,group,color");
        assertThat(lines.get(1)).isEqualTo("cell-1,T cells," + Palette.colour(0));
        assertThat(lines.get(2)).isEqualTo("cell-2,Unresolved (Cluster 2)," + Palette.colour(1));
        assertThat(lines.get(3)).isEqualTo("cell-3,T cells," + Palette.colour(0));
        assertThat(lines.get(4)).isEqualTo("cell-4,Heterogeneous (Cluster 4)," + Palette.colour(2));
        assertThat(lines.get(5)).isEqualTo("cell-5,'+evil," + Palette.colour(3));
        assertThat(lines.get(6)).isEqualTo("cell-6,NOT_ASSESSED,#BFBFBF");
        assertThat(lines.get(7)).isEqualTo("=cell,NOT_ASSESSED,#BFBFBF");
        assertThat(lines).hasSize(8);
    }

    @Test
    void groupsByCluster() {
        var lines = lines(get("?group=cluster"));
        assertThat(lines.get(1)).startsWith("cell-1,Cluster 1,#");
        assertThat(lines.get(3)).startsWith("cell-3,Cluster 3,#");
        assertThat(lines.get(4)).startsWith("cell-4,\"my \"\"group\"\", b\",#");
        assertThat(lines.get(5)).startsWith("cell-5,'=cmd(),#");
        assertThat(lines.get(6)).startsWith("cell-6,-1,#"); // a plain number is no formula
    }

    @Test
    void addsColumnsInTheOrderAsked() {
        var lines = lines(get("?columns=confidence,verdict,label,cellOntologyId,cluster"));
        assertThat(lines.getFirst()).isEqualTo("cell_id,group,color,confidence,verdict,label,cellOntologyId,cluster");
        assertThat(lines.get(1)).endsWith(",0.75,HIGH,T cells,CL:0000084,1");
        assertThat(lines.get(2)).endsWith(",0.75,UNRESOLVED,Unresolved,,2");
        assertThat(lines.get(7)).isEqualTo("=cell,NOT_ASSESSED,#BFBFBF,,NOT_ASSESSED,,,");
    }

    @Test
    void addsAndGroupsByTheCellsOwnTypes() {
        var nk = new CellLabel("NK cells, resting", "CL:0000623", "lymphoid");
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    consumer.accept(new CellRow("a", 1, "NONE", nk));
                    consumer.accept(new CellRow("b", 1, "NONE"));
                    consumer.accept(new CellRow("c", 2, "NONE", nk));
                    consumer.accept(new CellRow("d", 6, "SMALL_CLUSTER"));
                    consumer.accept(new CellRow("e", 0, "FEW_TRANSCRIPTS"));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());

        var lines = lines(get("?group=cellLabel&columns=label,cellLabel,cellLabelOntologyId,cellLineage"));

        String colour = Palette.colour(0);
        assertThat(lines)
                .containsExactly(
                        "cell_id,group,color,label,cellLabel,cellLabelOntologyId,cellLineage",
                        "a,\"NK cells, resting\"," + colour + ",T cells,\"NK cells, resting\",CL:0000623,lymphoid",
                        "b,Unassigned," + Palette.UNASSIGNED + ",T cells,,,",
                        "c,\"NK cells, resting\"," + colour + ",Unresolved,\"NK cells, resting\",CL:0000623,lymphoid",
                        "d,NOT_ASSESSED,#BFBFBF,,,,",
                        "e,NOT_ASSESSED,#BFBFBF,,,,");
    }

    @Test
    void typesAreColouredByHowManyCellsTheyHaveInTheJobAsInTheFigures() {
        given(jobs.clusters(eq(Samples.JOB), any()))
                .willReturn(new PageImpl<>(List.of(
                        CLUSTERS.getFirst()
                                .with(List.of(
                                        new TypeShare("rare", null, "lymphoid", 2, 0.2),
                                        new TypeShare(TypeShare.UNASSIGNED, null, null, 8, 0.8))),
                        CLUSTERS.get(2).with(List.of(new TypeShare("frequent", null, "lymphoid", 9, 1))))));
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    consumer.accept(new CellRow("a", 1, "NONE", new CellLabel("rare", null, "lymphoid")));
                    consumer.accept(new CellRow("b", 1, "NONE"));
                    consumer.accept(new CellRow("c", 3, "NONE", new CellLabel("frequent", null, "lymphoid")));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());

        assertThat(lines(get("?group=cellLabel")).subList(1, 4))
                .containsExactly(
                        "a,rare," + Palette.colour(1),
                        "b,Unassigned," + Palette.UNASSIGNED,
                        "c,frequent," + Palette.colour(0));
    }

    @Test
    void givesAnObjectPerLineWithEveryColumnOrThoseAskedFor() {
        var all = ndjson("?group=cluster");
        assertThat(all).hasSize(7);
        assertThat(JsonMapper.shared().readTree(all.getFirst()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"cellId": "cell-1", "group": "Cluster 1", "color": "%s", "cluster": 1, "label": "T cells",
                         "cellOntologyId": "CL:0000084", "verdict": "HIGH", "confidence": 0.75, "reason": null,
                         "cellLabel": null, "cellLabelOntologyId": null, "cellLineage": null, "x": null, "y": null}
                        """.formatted(Palette.colour(0))));
        assertThat(all.get(3)).contains("\"group\":\"my \\\"group\\\", b\"");
        assertThat(all.get(4)).contains("\"group\":\"=cmd()\""); // no spreadsheet reads this: nothing is changed
        assertThat(all.getLast())
                .startsWith("{\"cellId\":\"=cell\"")
                .contains("\"cluster\":null", "\"verdict\":\"NOT_ASSESSED\"", "\"reason\":\"FEW_TRANSCRIPTS\"");

        assertThat(ndjson("?columns=verdict").getFirst())
                .isEqualTo("{\"cellId\":\"cell-1\",\"group\":\"T cells\",\"color\":\"%s\",\"verdict\":\"HIGH\"}"
                        .formatted(Palette.colour(0)));
    }

    /// Two cells with a centroid, one from before they were stored.
    private void located() {
        var nk = new CellLabel("NK cells, resting", "CL:0000623", "lymphoid");
        willAnswer(call -> {
                    Consumer<CellRow> consumer = call.getArgument(1);
                    consumer.accept(new CellRow("a", 1, "NONE", nk, 1234.567f, 0.25f));
                    consumer.accept(new CellRow("b", 1, "NONE", nk, 20_000.002f, 3f));
                    consumer.accept(new CellRow("\"c\"", 5, "NONE"));
                    return null;
                })
                .given(jobs)
                .forEachCell(eq(Samples.JOB), any());
    }

    @Test
    void tellsWhereEachCellLiesInTheOrderAsked() {
        located();
        assertThat(lines(get("?columns=y,cluster,x,verdict")))
                .containsExactly(
                        "cell_id,group,color,y,cluster,x,verdict",
                        "a,T cells," + Palette.colour(0) + ",0.25,1,1234.567,HIGH",
                        "b,T cells," + Palette.colour(0) + ",3.0,1,20000.002,HIGH",
                        "\"\"\"c\"\"\",'+evil," + Palette.colour(3) + ",,5,,MODERATE");
        assertThat(ndjson("?columns=x,cluster").subList(1, 3))
                .containsExactly(
                        "{\"cellId\":\"b\",\"x\":20000.002,\"group\":\"T cells\",\"color\":\"%s\",\"cluster\":1}"
                                .formatted(Palette.colour(0)),
                        "{\"cellId\":\"\\\"c\\\"\",\"x\":null,\"group\":\"+evil\",\"color\":\"%s\",\"cluster\":5}"
                                .formatted(Palette.colour(3)));
    }

    @Test
    void givesPointsThatQuPathImports() {
        located();
        var answer = accepting("?columns=verdict,x", CellsGeoJson.MEDIA_TYPE);
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains(".geojson\"");
        String text = String.join("\n", content(answer, CellsGeoJson.MEDIA_TYPE));
        int rgb = Integer.parseInt(Palette.colour(0).substring(1), 16);
        String colour = "[%d,%d,%d]".formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255);

        JsonNode collection = JsonMapper.shared().readTree(text);

        assertThat(collection.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(collection.get("features")).hasSize(3);
        assertThat(collection.get("features").get(0))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"type": "Feature", "id": "a", "geometry": {"type": "Point", "coordinates": [1234.567, 0.25]},
                 "properties": {"objectType": "detection", "name": "a", "color": %s,
                   "classification": {"name": "T cells", "color": %s}, "verdict": "HIGH"}}
                """.formatted(colour, colour)));
        assertThat(collection.get("features").get(2).get("geometry").isNull()).isTrue();
        assertThat(collection
                        .get("features")
                        .get(2)
                        .get("properties")
                        .get("name")
                        .asString())
                .isEqualTo("\"c\"");
    }

    @Test
    void formatsHaveEtagsOfTheirOwn() {
        assertThat(get("").getResponse().getHeader(HttpHeaders.ETAG))
                .isNotEqualTo(
                        accepting("", "application/x-ndjson").getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(accepting("", "application/x-hdf5")).hasStatus(406);
        for (String either : List.of("*/*", "application/x-ndjson;q=0.5, text/csv", "text/*")) {
            assertThat(lines(accepting("", either))).as(either).hasSize(8);
        }
        assertThat(content(accepting("", "text/html, application/x-ndjson, */*;q=0.1"), "application/x-ndjson"))
                .hasSize(7);
    }

    @Test
    void givesAParquetFileOfTypedColumns() throws IOException, SQLException {
        Path file = Files.createTempFile("cells", ".parquet");
        try {
            var answer = accepting("?columns=cluster,label,confidence,reason,x", CellsParquet.MEDIA_TYPE);
            assertThat(answer).hasStatusOk().hasContentType(CellsParquet.MEDIA_TYPE);
            Files.write(file, answer.getResponse().getContentAsByteArray());
            assertThat(table(file))
                    .startsWith(
                            "cell_id VARCHAR, group VARCHAR, color VARCHAR, cluster INTEGER, label VARCHAR,"
                                    + " confidence DOUBLE, reason VARCHAR, x FLOAT",
                            "cell-1, T cells, " + Palette.colour(0) + ", 1, T cells, 0.75, null, null")
                    .contains("cell-6, NOT_ASSESSED, #BFBFBF, 6, null, 0.75, null, null")
                    .endsWith("=cell, NOT_ASSESSED, #BFBFBF, null, null, null, FEW_TRANSCRIPTS, null")
                    .hasSize(8);
        } finally {
            Files.delete(file);
        }
        var again = accepting("", CellsParquet.MEDIA_TYPE).getResponse().getContentAsByteArray();
        assertThat(accepting("", CellsParquet.MEDIA_TYPE).getResponse().getContentAsByteArray())
                .isEqualTo(again);
    }

    /// @return names and types of the columns, then the rows
    private static List<String> table(Path parquet) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = duckDb.prepareStatement("SELECT * FROM read_parquet(?)")) {
            query.setString(1, parquet.toString());
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                List<String> cells = new ArrayList<>();
                for (int c = 1; c <= columns; c++) {
                    cells.add(row.getMetaData().getColumnName(c) + " "
                            + row.getMetaData().getColumnTypeName(c));
                }
                lines.add(String.join(", ", cells));
                while (row.next()) {
                    cells.clear();
                    for (int c = 1; c <= columns; c++) {
                        cells.add(String.valueOf(row.getObject(c)));
                    }
                    lines.add(String.join(", ", cells));
                }
            }
        }
        return lines;
    }

    private MvcTestResult accepting(String query, String type) {
        return http.get()
                .uri("/api/v1/annotation-jobs/{id}/cells" + query, Samples.JOB)
                .header(HttpHeaders.ACCEPT, type)
                .exchange();
    }

    private List<String> ndjson(String query) {
        return content(accepting(query, "application/x-ndjson"), "application/x-ndjson");
    }

    @Test
    void etagChangesWithACuratorsLabel() {
        String before = String.valueOf(get("").getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(http.get()
                        .uri("/api/v1/annotation-jobs/{id}/cells", Samples.JOB)
                        .header(HttpHeaders.IF_NONE_MATCH, before))
                .hasStatus(304);
        List<ClusterView> curated = new ArrayList<>(CLUSTERS);
        curated.set(0, Samples.cluster(1, "NK cells", "HIGH"));
        given(jobs.clusters(eq(Samples.JOB), any())).willReturn(new PageImpl<>(curated));
        assertThat(http.get()
                        .uri("/api/v1/annotation-jobs/{id}/cells", Samples.JOB)
                        .header(HttpHeaders.IF_NONE_MATCH, before))
                .hasStatusOk();
    }

    private MvcTestResult get(String query) {
        return http.get()
                .uri("/api/v1/annotation-jobs/{id}/cells" + query, Samples.JOB)
                .exchange();
    }

    private static List<String> lines(MvcTestResult result) {
        return content(result, "text/csv;charset=UTF-8");
    }

    private static List<String> content(MvcTestResult result, String type) {
        assertThat(result).hasStatusOk().hasContentType(type);
        try {
            return result.getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
