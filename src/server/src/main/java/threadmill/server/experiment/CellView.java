package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.Verdict;
import threadmill.runner.statistics.Estimate;

/// One cell of an experiment and what is known of it so far.
///
/// What is not known is absent. Estimates come with two measured repetitions.
///
/// @param number from 0, in the order of the matrix
/// @param take how often it was measured; 1 unless it was measured again
/// @param done measured repetitions of this take
/// @param warmUpDone warm-up repetitions of this take
/// @param verified whether nothing else of ours was on its cores in any repetition, the server
///   included
/// @param noise the medians over its repetitions
/// @param spread distance between the quartiles of the wall time, as a share of its median
/// @param tooNoisyBecause sentences, where it is `TOO_NOISY`
/// @param speedUp over the baseline of its size
/// @param speedUpInWords such as `1.9x faster than cell 0, 95 % CI 1.8–2.0`
/// @param efficiency speed-up for each of its cores
/// @param mayAgain whether it may be measured again now
@JsonInclude(JsonInclude.Include.NON_NULL)
record CellView(
    int number,
    CellSettings settings,
    CellState state,
    int take,
    int done,
    int warmUpDone,
    boolean verified,
    boolean sharedWithServer,
    @Nullable Time wall,
    @Nullable Time cpu,
    @Nullable Noise noise,
    @Nullable Double spread,
    List<String> tooNoisyBecause,
    @Nullable Integer baseline,
    @Nullable Estimate speedUp,
    @Nullable String speedUpInWords,
    @Nullable Estimate efficiency,
    @Nullable Failure failure,
    boolean mayAgain) {

  /// A median with its interval of 95 % confidence.
  record Time(long medianNanos, long lowNanos, long highNanos) {
    static Time of(Estimate nanos) {
      return new Time(Math.round(nanos.value()), Math.round(nanos.low()), Math.round(nanos.high()));
    }
  }

  /// How the program failed.
  ///
  /// @param run id of the run that tells more
  record Failure(Verdict verdict, String explanation, String run) {}
}
