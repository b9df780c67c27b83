package threadmill.server.experiment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.statistics.Estimate;
import threadmill.server.run.RunRequest;

/// A cell of an experiment and all that its newest take measured.
///
/// @param title what the experiment is called
/// @param take how often it was measured; 1 unless it was measured again
/// @param repeats repetitions that it is to have
/// @param request how its runs are asked for, with every default filled in
/// @param size first argument of the program, null where sizes were not varied
/// @param tooNoisyBecause sentences, where it is `TOO_NOISY`
/// @param failure verdict of the repetition that did not end well
/// @param walls wall times that count, in nanoseconds
/// @param cpus CPU times of the same repetitions
/// @param wall their median, as the experiment shows it; null below two
/// @param representative the repetition whose time is their median, else the one that failed
/// @param seed of its intervals
/// @param machines those that measured
public record MeasuredCell(
    UUID experiment,
    int number,
    String title,
    Instant createdAt,
    CellState state,
    int take,
    int repeats,
    RunRequest request,
    @Nullable Long size,
    List<String> tooNoisyBecause,
    @Nullable Verdict failure,
    List<Double> walls,
    List<Double> cpus,
    @Nullable Estimate wall,
    @Nullable Estimate cpu,
    @Nullable UUID representative,
    long seed,
    List<MachineView> machines) {}
