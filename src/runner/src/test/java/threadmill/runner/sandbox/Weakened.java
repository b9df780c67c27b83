package threadmill.runner.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import threadmill.runner.sandbox.Sandboxes.Opener;

/// Makes sandboxes that lack something, to see what that is good for.
public final class Weakened {
  private Weakened() {}

  /// Sandboxes whose command was changed.
  ///
  /// @param grouped whether each gets a control group, where those can be had
  public static Sandboxes sandboxes(
      Path home,
      int userIfRoot,
      Opener recorders,
      UnaryOperator<List<String>> built,
      boolean grouped) {
    var cgroups = grouped ? Cgroups.find() : Cgroups.none("left out");
    return new Sandboxes(home, userIfRoot, recorders, built, cgroups);
  }
}
