package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.api.UploadAdmission.Admitted;
import io.nanocell.api.UploadAdmission.NoRoom;
import io.nanocell.api.UploadAdmission.TooLarge;
import io.nanocell.api.UploadAdmission.TooMany;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadAdmissionTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void takesNoMoreThanSixteenAtATime() throws IOException {
        var admission = new UploadAdmission(folder, 100, 0);
        Admitted first = (Admitted) admission.enter(1);
        for (int i = 1; i < UploadAdmission.MAX_UPLOADS; i++) {
            assertThat(admission.enter(1)).isEqualTo(new Admitted(1));
        }
        assertThat(admission.enter(1)).isEqualTo(new TooMany(16));
        admission.leave(first);
        assertThat(admission.enter(1)).isEqualTo(new Admitted(1));
    }

    @Test
    void refusesWhatIsLargerThanAllowedBeforeItIsSent() throws IOException {
        assertThat(new UploadAdmission(folder, 100, 0).enter(101)).isEqualTo(new TooLarge(101, 100));
    }

    @Test
    void countsWhatOthersHaveAnnouncedAndNotYetSent() throws IOException {
        var admission = withRoomFor(1_000 * MEGABYTE);
        Admitted first = (Admitted) admission.enter(700 * MEGABYTE);
        assertThat(admission.enter(600 * MEGABYTE)).isInstanceOf(NoRoom.class);
        assertThat(admission.enter(100 * MEGABYTE)).isInstanceOf(Admitted.class);
        admission.leave(first);
        assertThat(admission.enter(600 * MEGABYTE)).isInstanceOf(Admitted.class);
    }

    /// Of 700 announced 400 have come, which the disk knows of itself: 300 are outstanding, not 700.
    @Test
    void countsWhatHasComeOnlyOnce() throws IOException {
        var admission = withRoomFor(1_000 * MEGABYTE);
        assertThat(admission.enter(700 * MEGABYTE)).isInstanceOf(Admitted.class);
        try (var part = new RandomAccessFile(folder.resolve("upload_1.tmp").toFile(), "rw")) {
            part.setLength(400 * MEGABYTE); // sparse: the disk loses nothing
        }
        assertThat(admission.enter(600 * MEGABYTE)).isInstanceOf(Admitted.class);
    }

    @Test
    void takesAnUnknownLengthForTheLargest() throws IOException {
        var admission = withRoomFor(1_000 * MEGABYTE);
        assertThat(admission.enter(-1)).isInstanceOf(NoRoom.class);
        assertThat(new UploadAdmission(folder, 100, 0).enter(-1)).isEqualTo(new Admitted(100));
    }

    private UploadAdmission withRoomFor(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        return new UploadAdmission(folder, Long.MAX_VALUE, free - bytes);
    }
}
