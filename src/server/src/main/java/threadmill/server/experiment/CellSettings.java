package threadmill.server.experiment;

import org.jspecify.annotations.Nullable;

/// What tells the cells of an experiment apart.
///
/// @param size first argument of the program, null where sizes were not varied
record CellSettings(
    String executor, int parallelism, int cores, String isolation, @Nullable Long size) {}
