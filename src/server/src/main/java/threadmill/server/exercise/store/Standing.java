package threadmill.server.exercise.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;

/// How somebody stands in an exercise. What there is not is absent.
///
/// @param dueAt until when they hand in for all points, an extension included, the grace not
/// @param extended whether somebody gave them another due date
/// @param lateUntil until when they hand in for a part of the points
/// @param attemptsUsed submissions so far, without those that did not compile or failed by our
///   fault
/// @param nextAt when they may hand in again; absent for now, and where attempts are used up
/// @param points that count: those of the best submission, at most two decimals
/// @param submission the id of that one
/// @param verdict its verdict
/// @param handedInAt when it was handed in
/// @param late whether that was late
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
    @Nullable Instant dueAt,
    boolean extended,
    @Nullable Instant lateUntil,
    long attemptsUsed,
    @Nullable Instant nextAt,
    @Nullable BigDecimal points,
    @Nullable String submission,
    @Nullable Verdict verdict,
    @Nullable Instant handedInAt,
    boolean late) {}
