package io.nanocell.pipeline.sets;

import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marker sets of a file, checked.
///
/// @param sets in the file's order
/// @param warnings what was not taken as written
public record SetReader(List<JobParameters.MarkerSet> sets, List<Notice> warnings) {

    /// @param csv CSV; else GMT
    /// @param file name as the caller gave it; null for a body
    /// @throws io.nanocell.results.RequestRejected naming every line that does not hold
    public static SetReader read(byte[] content, boolean csv, @Nullable String file, ReferenceKnowledge knowledge) {
        var faults = new Faults(file);
        List<String> lines = SetText.lines(content, faults);
        var check = new SetCheck(knowledge, faults);
        List<JobParameters.MarkerSet> sets = check.check(csv ? SetCsv.read(lines, faults) : SetGmt.read(lines, faults));
        faults.throwIfAny();
        return new SetReader(sets, check.notices());
    }
}
