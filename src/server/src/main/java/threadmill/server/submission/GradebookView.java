package threadmill.server.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What counts for every student of a course in every exercise.
///
/// @param exercises the columns, in the course's order
/// @param students the rows: by name, who has left last
record GradebookView(List<Column> exercises, List<Row> students) {

  /// An exercise.
  ///
  /// @param points the most that it gives
  record Column(String slug, String title, int points) {}

  /// A student.
  ///
  /// @param droppedAt when they left; absent for who is in it now
  /// @param cells one for each exercise, in their order
  /// @param total the sum
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String account,
      String login,
      String name,
      @Nullable String studentNumber,
      @Nullable Instant droppedAt,
      List<Cell> cells,
      BigDecimal total) {}

  /// What counts in one exercise; without points where nothing was judged.
  ///
  /// @param submission the id of the one that counts
  /// @param byHand points of it that staff gave or took
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(@Nullable BigDecimal points, @Nullable String submission, boolean late, long byHand) {
    static final Cell EMPTY = new Cell(null, null, false, 0);
  }
}
