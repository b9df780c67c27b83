package threadmill.server.run;

import java.util.List;
import java.util.regex.Pattern;
import threadmill.runner.SourceFile;

/// What a list calls a run: the file with its `main`, or the first one.
public final class Title {
  private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(");

  private Title() {}

  public static String of(List<SourceFile> files) {
    return files.stream()
        .filter(file -> MAIN.matcher(file.content()).find())
        .findFirst()
        .orElse(files.getFirst())
        .path();
  }
}
