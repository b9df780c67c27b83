package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;

/// One run of one cell, as it was measured.
///
/// @param number from 1, in the order of execution over the whole experiment
/// @param cell the cell's number
/// @param take 1, or more when the cell was measured again; only the last take counts
/// @param round from 1: every cell runs once in a round; warm-up rounds come first
/// @param warmUp whether it does not count
/// @param run id of the run, which has its own page
/// @param usedCores numbers of the cores that it was bound to
/// @param sharedWithServer whether it had every core there is, so that the server ran on them too
/// @param exclusive whether nothing else of ours was on its cores
/// @param load how many tasks ran or wanted to on the whole machine in the minute before it
/// @param machine index into the experiment's `machines`
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepetitionView(
    int number,
    int cell,
    int take,
    int round,
    boolean warmUp,
    String run,
    Verdict verdict,
    @Nullable Instant startedAt,
    long wallNanos,
    long cpuNanos,
    List<Integer> usedCores,
    boolean exclusive,
    boolean sharedWithServer,
    @Nullable Noise noise,
    @Nullable Double load,
    int machine) {}
