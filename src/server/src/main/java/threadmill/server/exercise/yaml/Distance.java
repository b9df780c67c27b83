package threadmill.server.exercise.yaml;

/// Levenshtein's distance: the fewest letters to insert, remove or replace.
final class Distance {
  /// Longer words are far from everything.
  private static final int MOST = 40;

  private Distance() {}

  static int between(String a, String b) {
    if (a.length() > MOST || b.length() > MOST) {
      return MOST;
    }
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
