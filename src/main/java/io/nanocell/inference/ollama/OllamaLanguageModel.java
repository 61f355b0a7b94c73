package io.nanocell.inference.ollama;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.ModelRecord;
import io.nanocell.inference.Prompt;
import io.nanocell.inference.TokenEstimate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Asks Ollama, at most three times where another try can help: after an answer that does not hold, with other
/// options ([ChatOptions]), and after a failure that passes, with the same. A server that cannot be reached, is
/// too slow or refuses the request is not asked again.
final class OllamaLanguageModel implements LanguageModel {

    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 250;

    private final OllamaChat chat;
    private final ModelParameters parameters;
    private final AtomicInteger answered = new AtomicInteger(); // questions
    private volatile @Nullable String digest;

    OllamaLanguageModel(OllamaChat chat, ModelParameters parameters) {
        this.chat = chat;
        this.parameters = parameters;
    }

    @Override
    public String name() {
        return chat.name();
    }

    @Override
    public void warmUp() {
        chat.load(ChatOptions.first(parameters).sent());
    }

    @Override
    public ModelIdentity identity() {
        String known = digest;
        if (known == null) {
            known = chat.digest();
            digest = known;
        }
        return new ModelIdentity(chat.name(), known);
    }

    @Override
    public ModelAnswer choose(Prompt prompt, LabelSchema schema) {
        int likely = TokenEstimate.likely(prompt);
        if (likely + parameters.numPredict() > parameters.numCtx()) {
            ModelRecord unsent = new ModelRecord(
                    new ModelIdentity(chat.name(), digest),
                    prompt.text(),
                    null,
                    ChatOptions.first(parameters).all(),
                    0,
                    0,
                    null,
                    null);
            return new ModelAnswer.Unavailable(
                    "the prompt of about " + likely + " tokens does not fit num_ctx " + parameters.numCtx(),
                    false,
                    unsent);
        }
        return ask(prompt, schema);
    }

    private ModelAnswer ask(Prompt prompt, LabelSchema schema) {
        ChatOptions options = ChatOptions.first(parameters);
        int offList = 0;
        for (int attempt = 0; ; attempt++) {
            Attempt result = Attempt.of(chat, prompt, schema, options);
            offList += result.isOffList() ? 1 : 0;
            boolean last = attempt + 1 == TRIES || !result.worthAnother() || !paused(result, attempt);
            if (last || (result.isOffList() && !schema.enumerated())) { // without the list that is what is measured
                return result.answer(modelAfter(result), prompt, options, attempt + 1, offList);
            }
            // a failure of the server is no reason to put the question otherwise
            options = result.isFlawed() ? options.afterFlawed(result.wasCut()) : options;
        }
    }

    /// A digest that could not be read is asked for again after the second, fourth, eighth … question that was
    /// answered: each time may cost a timeout. A server that has just failed is not asked.
    private ModelIdentity modelAfter(Attempt attempt) {
        boolean due = attempt.answered() && Integer.bitCount(answered.incrementAndGet()) == 1;
        return due ? identity() : new ModelIdentity(chat.name(), digest);
    }

    /// @return false if the thread was interrupted
    private static boolean paused(Attempt attempt, int tries) {
        if (attempt.answered()) {
            return !Thread.currentThread().isInterrupted();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS << tries);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
