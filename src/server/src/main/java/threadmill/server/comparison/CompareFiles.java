package threadmill.server.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threadmill.server.comparison.ComparisonView.Change;
import threadmill.server.comparison.ComparisonView.FileDiff;
import threadmill.server.comparison.ComparisonView.Line;
import threadmill.server.run.RunRequest;

/// Compares two sets of source files line by line. Files belong together by their paths.
///
/// Looking for the fewest changes takes time with the product of the lines (Myers: An O(ND)
/// Difference Algorithm and Its Variations, Algorithmica 1, 1986), and 256 KiB of source may be a
/// hundred thousand lines. So equal lines at the beginning and the end of a file are taken off
/// first, and what is left is aligned only within a budget; beyond it, it counts as replaced.
///
/// Used by one thread.
final class CompareFiles {
  /// Pairs of lines: files of 2,000 lines that have nothing in common.
  private static final long MOST_PAIRS = 4_000_000;

  private final List<FileDiff> found = new ArrayList<>();
  private long pairs = MOST_PAIRS;

  private CompareFiles() {}

  static List<FileDiff> of(RunRequest a, RunRequest b) {
    return of(contents(a), contents(b));
  }

  static List<FileDiff> of(Map<String, String> a, Map<String, String> b) {
    var compare = new CompareFiles();
    a.forEach((path, content) -> compare.file(path, content, b.get(path)));
    b.forEach((path, content) -> {
      if (!a.containsKey(path)) {
        compare.file(path, null, content);
      }
    });
    return compare.found;
  }

  private static Map<String, String> contents(RunRequest request) {
    var contents = new LinkedHashMap<String, String>();
    if (request.files() != null) {
      for (var file : request.files()) {
        if (file != null && file.path() != null && file.content() != null) {
          contents.put(file.path(), file.content());
        }
      }
    }
    return contents;
  }

  private void file(String path, @Nullable String a, @Nullable String b) {
    if (a != null && a.equals(b)) {
      found.add(new FileDiff(path, Change.SAME, true, List.of()));
      return;
    }
    var lines = new ArrayList<Line>();
    boolean aligned = align(lines(a), lines(b), lines);
    var change = a == null ? Change.ONLY_B : b == null ? Change.ONLY_A : Change.CHANGED;
    found.add(new FileDiff(path, change, aligned, lines));
  }

  /// A line feed at the end makes an empty last line, so that its absence is seen.
  private static List<String> lines(@Nullable String content) {
    return content == null ? List.of() : List.of(content.split("\n", -1));
  }

  /// @return whether the budget allowed to look for all equal lines
  private boolean align(List<String> a, List<String> b, List<Line> into) {
    int shorter = Math.min(a.size(), b.size());
    int start = 0;
    while (start < shorter && a.get(start).equals(b.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
      end++;
    }
    var cursor = new Cursor(a, b, into);
    cursor.sameUpTo(start);
    var leftOfA = a.subList(start, a.size() - end);
    var leftOfB = b.subList(start, b.size() - end);
    long size = (long) leftOfA.size() * leftOfB.size();
    boolean aligned = size <= pairs;
    if (aligned) {
      pairs -= size;
      for (AbstractDelta<String> delta :
          DiffUtils.diff(leftOfA, leftOfB, new MyersDiffWithLinearSpace<>()).getDeltas()) {
        cursor.sameUpTo(start + delta.getSource().getPosition());
        cursor.replaced(delta.getSource().size(), delta.getTarget().size());
      }
    } else {
      cursor.replaced(leftOfA.size(), leftOfB.size());
    }
    cursor.sameUpTo(a.size());
    cursor.tellReplaced();
    return aligned;
  }

  /// Where the reading of two files is.
  ///
  /// The algorithm tells neighbouring changes one by one and in any order, so they wait until the
  /// next equal line: all that was removed comes before all that was added.
  private static final class Cursor {
    private final List<String> a;
    private final List<String> b;
    private final List<Line> into;
    private int inA;
    private int inB;
    private int removed;
    private int added;

    Cursor(List<String> a, List<String> b, List<Line> into) {
      this.a = a;
      this.b = b;
      this.into = into;
    }

    /// @param end how many lines of a lie before the next change
    void sameUpTo(int end) {
      int same = end - inA - removed;
      if (same == 0) {
        return;
      }
      tellReplaced();
      for (int i = 0; i < same; i++) {
        into.add(new Line(inA + 1, inB + 1, a.get(inA)));
        inA++;
        inB++;
      }
    }

    void replaced(int ofA, int ofB) {
      removed += ofA;
      added += ofB;
    }

    private void tellReplaced() {
      for (; removed > 0; removed--) {
        into.add(new Line(inA + 1, null, a.get(inA)));
        inA++;
      }
      for (; added > 0; added--) {
        into.add(new Line(null, inB + 1, b.get(inB)));
        inB++;
      }
    }
  }
}
