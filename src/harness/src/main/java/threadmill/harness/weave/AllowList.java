package threadmill.harness.weave;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The classes and members of the JDK that a program may name; what is not listed is refused.
///
/// The list is the file `allow-list` beside this class. A line is one of
///
/// - `java.util.ArrayList`: the class with all its members;
/// - `java.util.function.*`: all classes of the package;
/// - `java.lang.Thread: sleep yield <init>()`: these members and no others;
/// - `java.util.Formatter except <init>(Ljava/lang/String;`: all but these.
///
/// A member is a name, or a name with the beginning of its descriptor. The more special line wins:
/// a class before its package.
public final class AllowList {
  private final Map<String, Rule> classes = new HashMap<>();

  /// @param members names, perhaps with the beginning of a descriptor
  /// @param listed whether the members are the ones allowed, or else the ones refused
  private record Rule(List<String> members, boolean listed) {
    boolean allows(String signature) {
      return listed == members.stream().anyMatch(member -> matches(signature, member));
    }

    private static boolean matches(String signature, String member) {
      return member.contains("(")
          ? signature.startsWith(member)
          : signature.equals(member) || signature.startsWith(member + "(");
    }
  }

  private AllowList() {}

  /// Reads the list that comes with the harness.
  public static AllowList read() {
    var list = new AllowList();
    var file = Objects.requireNonNull(AllowList.class.getResourceAsStream("allow-list"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(list::add);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    boolean except = line.contains(" except ");
    var parts = line.split(except ? " except " : ": ", 2);
    var members = parts.length == 1 ? List.<String>of() : List.of(parts[1].split(" +"));
    classes.put(parts[0], new Rule(members, parts.length == 2 && !except));
  }

  /// Whether a program may extend, implement or call anything of this class of the JDK.
  boolean knows(String className) {
    return rule(className) != null;
  }

  /// Whether a program may name this member.
  ///
  /// @param signature of a method its name and descriptor, of a field its name
  boolean allows(String className, String signature) {
    var rule = rule(className);
    return rule != null && rule.allows(signature);
  }

  private @org.jspecify.annotations.Nullable Rule rule(String className) {
    var exact = classes.get(className);
    if (exact != null) {
      return exact;
    }
    int dot = className.lastIndexOf('.');
    return dot < 0 ? null : classes.get(className.substring(0, dot) + ".*");
  }
}
