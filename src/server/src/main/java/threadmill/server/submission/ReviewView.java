package threadmill.server.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What staff made of a submission, as they and its student see it.
///
/// @param judged points that the judge gave
/// @param percent of them that count: fewer than 100 where it came late
/// @param points of the submission, with all that was given and taken
record ReviewView(
    String submission,
    int judged,
    int percent,
    BigDecimal points,
    List<Adjustment> adjustments,
    List<Comment> comments) {

  /// Points given, or taken where they are below 0.
  ///
  /// @param by name of who did
  record Adjustment(int points, String reason, String by, Instant at) {}

  /// What was said of a line.
  ///
  /// @param line from 1
  /// @param by name of who said it
  record Comment(String id, String path, int line, String text, String by, Instant at) {}
}
