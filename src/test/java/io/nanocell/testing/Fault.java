package io.nanocell.testing;

/// What can be wrong with a [FakeOllama]. Without a fault it still refuses what a real one refuses.
public enum Fault {
    NONE,
    /// 404, as for a model that was never pulled.
    MODEL_MISSING,
    /// 500, as when the runner of the model dies while it answers.
    RUNNER_DIED,
    /// 500 for a bad schema: the caller's fault.
    BAD_SCHEMA,
    /// 503, too many requests waiting.
    BUSY,
    /// 400, as for a prompt that is too long.
    PROMPT_TOO_LONG,
    /// Takes the request and never answers.
    HANGS,
    /// Sends headers at once and then a byte now and then.
    DRIPS,
    /// Closes the connection in the middle of the answer.
    BREAKS_OFF,
    /// Sends more and more, as fast as it is taken, up to a gibibyte.
    FLOODS,
    /// 200 with an empty content.
    EMPTY_CONTENT,
    /// 200 with no body at all.
    EMPTY_BODY,
    /// 200 with `null` as its JSON.
    NULL_BODY,
    /// 200 without `message`.
    NO_MESSAGE,
    /// 200, but a page in HTML.
    HTML,
    /// 200 with a JSON object that ends in the middle.
    BROKEN_JSON,
    /// 200 with a JSON object of some other service.
    OTHER_SERVICE,
    /// The content is prose.
    PROSE,
    /// The content is JSON with something after it.
    TRAILING_TEXT,
    /// The content's label is none of the list, as from a server too old for schemas.
    OFF_LIST,
    /// `num_predict` reached: `done_reason` "length" and half a JSON object.
    CUT,
    /// The prompt was cut in silence: 200, and `prompt_eval_count` 27.
    PROMPT_CUT,
    /// The server gave up an answer that repeats itself: 200 with a part of it, `done` false and neither reason
    /// nor counts.
    GIVES_UP,
    /// As from a server that knows no `shift`: half of the prompt is dropped while it answers, and only the
    /// counts tell.
    SHIFTS
}
