package threadmill.runner;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.sandbox.escape.Finding;
import threadmill.runner.sandbox.escape.SelfCheck;

/// What a runner does against hostile programs itself, around the walls of their sandboxes.
///
/// A runner has [#all] of it. Only tests of what each part is good for make runners without one; no
/// setting does.
///
/// @param checking looks for ways out of the sandboxes before the first run
/// @param imposing whether a run over this limit is ended
/// @param naming judges the names of a program's classes
record Safeguards(
    Function<Sandboxes, List<Finding>> checking,
    Predicate<Ending> imposing,
    Function<Collection<String>, Optional<Judgement>> naming) {

  static Safeguards all() {
    return new Safeguards(
        sandboxes -> new SelfCheck(sandboxes).run(), _ -> true, ReservedNames::offence);
  }

  List<Finding> check(Sandboxes sandboxes) {
    return checking.apply(sandboxes);
  }

  boolean imposes(Ending limit) {
    return imposing.test(limit);
  }

  Optional<Judgement> offence(Collection<String> classes) {
    return naming.apply(classes);
  }
}
