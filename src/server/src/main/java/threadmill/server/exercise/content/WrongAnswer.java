package threadmill.server.exercise.content;

import java.util.List;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;

/// An answer that students are likely to give, and that an exercise's tests must see through.
///
/// @param name of its folder
/// @param verdict what it must get
/// @param fails names of entries that must be among those it fails
/// @param files all of them, with what it shares with the starter
public record WrongAnswer(
    String name, Verdict verdict, List<String> fails, List<SourceFile> files) {
  public WrongAnswer {
    fails = List.copyOf(fails);
    files = List.copyOf(files);
  }
}
