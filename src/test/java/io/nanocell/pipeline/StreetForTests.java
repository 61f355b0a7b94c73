package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import org.jspecify.annotations.Nullable;

/// The street with the shipped tables, default parameters and no model.
record StreetForTests(Knowledge knowledge, SectionStreet street, JobParameters parameters) {

    StreetForTests() {
        this(ReferenceConfiguration.knowledge(""));
    }

    private StreetForTests(Knowledge knowledge) {
        this(knowledge, new ReferenceLookup(knowledge));
    }

    private StreetForTests(Knowledge knowledge, ReferenceLookup reference) {
        this(
                knowledge,
                new SectionStreet(
                        knowledge,
                        new Judgement(
                                knowledge,
                                _ -> {
                                    throw new IllegalStateException("no model is asked");
                                },
                                reference)),
                new ParameterCompletion("none", knowledge, reference)
                        .complete(new JobParameters(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new JobParameters.Inference(false, null, null, null, null),
                                null)));
    }

    MethodParameters method(@Nullable String tissue) {
        return new MethodParameters(parameters, tissue, null);
    }
}
