package threadmill.server.exercise.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Collects all that is wrong, so that one answer names it.
public final class Complaints {
  /// So many are kept: more would not be read, and hostile files could make millions.
  public static final int MOST = 100;

  private static final int MOST_QUOTED = 60;

  private final List<Complaint> complaints = new ArrayList<>();
  private int count;

  public void add(Complaint complaint) {
    count++;
    if (complaints.size() < MOST) {
      complaints.add(complaint);
    }
  }

  public void add(String path, String message) {
    add(new Complaint(path, null, message));
  }

  public void add(String path, int line, String message) {
    add(new Complaint(path, line, message));
  }

  public void addAll(List<Complaint> more) {
    more.forEach(this::add);
  }

  /// How many there have been, those that were not kept included.
  public int count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// What was read if nothing is wrong with it, or else all the complaints.
  public <T> Checked<T> unless(Supplier<T> value) {
    return isEmpty() ? new Checked.Good<>(value.get()) : new Checked.Faulty<>(list());
  }

  /// Those that were kept, in the order of their discovery.
  public List<Complaint> list() {
    if (count <= MOST) {
      return List.copyOf(complaints);
    }
    var list = new ArrayList<>(complaints);
    list.add(new Complaint("", null, "and %,d more".formatted(count - MOST)));
    return List.copyOf(list);
  }

  /// Text that others wrote, made short and printable.
  public static String quote(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "\uFFFD");
    int most =
        line.offsetByCodePoints(0, Math.min(MOST_QUOTED, line.codePointCount(0, line.length())));
    return line.length() > most ? line.substring(0, most) + "…" : line;
  }
}
