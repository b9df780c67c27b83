package threadmill.server.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff said of a line of a submission.
@Entity
@Table(name = "line_comments")
@SuppressWarnings("NullAway.Init") // Hibernate or ReviewSubmission fills it.
class LineComment {
  @Id UUID id;
  UUID submissionId;
  String path;

  /// From 1.
  int line;

  String text;
  @Nullable UUID madeBy;
  Instant madeAt;
}
