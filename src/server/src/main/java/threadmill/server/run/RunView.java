package threadmill.server.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Diagnostic;
import threadmill.runner.Verdict;
import threadmill.server.event.RunTimings;

/// A run as `GET /api/v1/runs/{id}` shows it.
///
/// What is not known is absent.
///
/// @param verdict absent until it is finished, as are explanation, timings, peakRssBytes
/// @param startedAt when `main` was released, absent before
/// @param exitCode absent where the program did not exit by itself
/// @param queuePlace 1 for the next one to be taken; only while queued
/// @param etaMillis expected wait; only while queued, and only if earlier runs allow an estimate
/// @param owned whether who asks may cancel it
/// @param request how it was asked for, with defaults filled in: posting it makes the same run
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
    String id,
    RunState state,
    int attempt,
    @Nullable Verdict verdict,
    @Nullable String explanation,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable RunTimings timings,
    @Nullable Long peakRssBytes,
    @Nullable Integer exitCode,
    List<Diagnostic> diagnostics,
    @Nullable Integer queuePlace,
    @Nullable Long etaMillis,
    boolean owned,
    RunRequest request) {}
