package threadmill.server.submission;

import java.time.Instant;
import java.util.UUID;
import threadmill.runner.Verdict;

/// A submission that has been judged, with the result that counts for it now.
///
/// @param judged points that the judge gave
/// @param byHand points that staff gave or took
record Handed(
    UUID submission,
    UUID exercise,
    UUID account,
    Instant at,
    UUID counted,
    Verdict verdict,
    int judged,
    long byHand) {

  /// The same submission with another result.
  Handed with(Verdict verdict, int judged) {
    return new Handed(submission, exercise, account, at, counted, verdict, judged, byHand);
  }
}
