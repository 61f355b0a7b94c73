package io.nanocell.evaluation;

/// How often something is drawn at random: 1,000 times, fewer where there are so many answers that chance is
/// small and time is not (0.3 s for a million answers).
final class Draws {

    private static final int MOST = 1_000;
    private static final int LEAST = 100;
    private static final int BUDGET = 30_000_000; // answers × draws

    private Draws() {}

    static int of(int answers) {
        return Math.clamp(BUDGET / Math.max(1, answers), LEAST, MOST);
    }
}
