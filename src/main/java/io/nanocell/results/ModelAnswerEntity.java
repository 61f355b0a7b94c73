package io.nanocell.results;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `model_answer`: what was asked of the model for one cluster and what came back.
@Entity
@Table(name = "model_answer")
class ModelAnswerEntity {

    @Id
    long clusterId;

    String prompt;

    @Nullable
    String answer;

    String model;

    @Nullable
    String digest;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> options;

    long latencyMillis;

    @Nullable
    Integer promptTokens;

    @Nullable
    Integer answerTokens;

    String outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ModelStability stability;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ModelAnswerEntity() {}

    ModelAnswerEntity(long clusterId, ModelCall call) {
        this.clusterId = clusterId;
        this.prompt = StorableText.replacingNul(call.prompt());
        this.answer = call.answer() == null ? null : StorableText.replacingNul(call.answer());
        this.model = call.name();
        this.digest = call.digest();
        this.options = call.options();
        this.latencyMillis = call.latencyMillis();
        this.promptTokens = call.promptTokens();
        this.answerTokens = call.answerTokens();
        this.outcome = call.outcome();
        this.stability = call.stability();
    }

    ModelCall view() {
        return new ModelCall(
                model, digest, prompt, answer, options, latencyMillis, promptTokens, answerTokens, outcome, stability);
    }
}
