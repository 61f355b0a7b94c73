package io.nanocell.api;

import io.nanocell.pipeline.AblationStudies;
import io.nanocell.pipeline.ClusterPlots;
import io.nanocell.pipeline.ClusterReannotations;
import io.nanocell.pipeline.ConfidencePlot;
import io.nanocell.pipeline.Evaluations;
import io.nanocell.pipeline.LiftLedger;
import io.nanocell.pipeline.MarkerAnnotations;
import io.nanocell.pipeline.MarkerSets;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.Submissions;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// HTTP behaviour only (mapping, errors, headers): the services behind it are doubles here and real in the
/// integration tests.
@SpringBootTest(classes = HttpSlice.class, properties = "nanocell.data-dir=target/http-slice")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
abstract class HttpTest {

    @Autowired
    MockMvcTester http;

    @MockitoBean
    AblationStudies ablations;

    @MockitoBean
    ClusterReannotations reannotations;

    @MockitoBean
    LiftLedger lift;

    @MockitoBean
    Submissions submissions;

    @MockitoBean
    Datasets datasets;

    @MockitoBean
    AnnotationJobs jobs;

    @MockitoBean
    MarkerAnnotations markerAnnotations;

    @MockitoBean
    ReferenceLookup reference;

    @MockitoBean
    Evaluations evaluations;

    @MockitoBean
    ConfidencePlot confidencePlot;

    @MockitoBean
    ClusterPlots clusterPlots;

    @MockitoBean
    MarkerSets markerSets;
}
