package io.nanocell.api;

import io.nanocell.pipeline.figures.SpatialFigure;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The cells of a job where they lie, in the groups and colours that the cell table gives them. Memory: 16 bytes a
/// cell and some 20 MB for the picture.
@Component
final class SpatialPlot {

    private final AnnotationJobs jobs;

    SpatialPlot(AnnotationJobs jobs) {
        this.jobs = jobs;
    }

    /// @param clusters all of the job
    /// @return an SVG document; empty for a dataset from before centroids were stored
    Optional<String> of(UUID job, List<ClusterView> clusters, CellGroups.Group group) {
        return of(job, clusters, List.of(group)).stream().findFirst();
    }

    /// @param clusters all of the job
    /// @return an SVG document for each of the groups; none for a dataset from before centroids were stored
    List<String> of(UUID job, List<ClusterView> clusters, List<CellGroups.Group> groups) {
        List<Cells> drawings = groups.stream()
                .map(group -> new Cells(title(group), new CellGroups(clusters, group)))
                .toList();
        jobs.forEachCell(job, cell -> drawings.forEach(drawing -> drawing.add(cell)));
        return drawings.stream().map(Cells::drawn).flatMap(Optional::stream).toList();
    }

    private static String title(CellGroups.Group group) {
        return switch (group) {
            case LABEL -> "Where the labels lie";
            case CLUSTER -> "Where the clusters lie";
            case CELL_LABEL -> "Where the cells' own types lie";
        };
    }

    /// Cells as they come.
    private static final class Cells {

        private static final int MORE = 1 << 16;

        private final String title;
        private final CellGroups groups;
        private final Map<String, Integer> numbers = new HashMap<>();
        private int[] groupOf = new int[MORE];
        private float[] x = new float[MORE];
        private float[] y = new float[MORE];
        private int count;
        private boolean located = true;

        Cells(String title, CellGroups groups) {
            this.title = title;
            this.groups = groups;
            number(CellGroups.NOT_ASSESSED);
        }

        private int number(String group) {
            return numbers.computeIfAbsent(group, _ -> numbers.size());
        }

        void add(CellRow cell) {
            if (cell.x() == null || cell.y() == null) {
                located = false;
                return;
            }
            if (count == x.length) {
                int capacity = count + Math.max(MORE, count / 2);
                groupOf = Arrays.copyOf(groupOf, capacity);
                x = Arrays.copyOf(x, capacity);
                y = Arrays.copyOf(y, capacity);
            }
            groupOf[count] = number(groups.of(cell).name());
            x[count] = cell.x();
            y[count++] = cell.y();
        }

        Optional<String> drawn() {
            if (!located || count == 0) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>(numbers.keySet());
            names.sort(Comparator.comparingInt(numbers::get));
            return Optional.of(SpatialFigure.of(
                    title,
                    names,
                    names.stream().map(groups.colours()::get).toList(),
                    Arrays.copyOf(groupOf, count),
                    Arrays.copyOf(x, count),
                    Arrays.copyOf(y, count)));
        }
    }
}
