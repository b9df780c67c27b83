package threadmill.runner.judge;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Limits;

/// One way to earn points: passed whole or not at all, except for [Performance], which has bands.
public sealed interface Grading {
  Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// What is common to all kinds.
  Head head();

  /// The most points that it gives.
  default int points() {
    return head().points();
  }

  /// What every entry has.
  ///
  /// @param name unique within the exercise, such as `no-update-is-lost`
  /// @param title what the student reads
  /// @param points at least 0; 0 for feedback alone
  /// @param hidden whether the student learns no more of it than whether it passed
  record Head(String name, String title, int points, boolean hidden) {
    public Head {
      if (!NAME.matcher(name).matches() || points < 0) {
        throw new IllegalArgumentException(name + " with " + points + " points");
      }
    }
  }

  /// What the student's code runs under.
  record Setting(
      ExecutorKind executor, int parallelism, int cores, Limits limits, @Nullable VirtualWeb web) {}

  /// The program's `main` is run, and what it printed is looked at.
  record Output(
      Head head, Setting setting, List<String> args, String stdin, Expectation expectation)
      implements Grading {
    public Output {
      args = List.copyOf(args);
    }
  }

  /// What a program should print.
  sealed interface Expectation {

    /// A text to compare with.
    ///
    /// @param comparison how standard output is compared with `text`
    record Text(Comparison comparison, String text) implements Expectation {}

    /// A test of the grader gets a `Transcript` and decides.
    record Checker(TestName test) implements Expectation {}
  }

  /// How output is compared. Line ends are `\n`; spaces at line ends and empty lines at the end
  /// never count.
  enum Comparison {
    /// Line by line.
    LINES,
    /// The same lines in any order.
    UNORDERED_LINES,
    /// What is between white space.
    TOKENS,
    /// The expected text is a regular expression for the whole output.
    REGEX
  }

  /// A JUnit test of the grader.
  ///
  /// @param method null for all tests of the class
  record TestName(String type, @Nullable String method) {}

  /// JUnit tests that call the student's code in its own JVM.
  record UnitTests(Head head, Setting setting, TestName test) implements Grading {}

  /// One test many times: on each number of cores in turn, with yields injected into the student's
  /// code or without.
  ///
  /// @param times at least 2, over all numbers of cores together
  /// @param cores each at least 1
  record Repeat(
      Head head, Setting setting, TestName test, int times, List<Integer> cores, boolean yields)
      implements Grading {
    public Repeat {
      cores = List.copyOf(cores);
    }
  }

  /// The code comes to an end and leaves no thread behind: no deadlock, livelock, thread leak, and
  /// no time limit reached.
  ///
  /// @param test what calls the code, or null to run the program's `main`
  record Liveness(
      Head head, Setting setting, @Nullable TestName test, List<String> args, String stdin)
      implements Grading {
    public Liveness {
      args = List.copyOf(args);
    }
  }

  /// The student's code against the reference solution, run in turns on the same cores. The time of
  /// a test is the sum over its calls of the time from the release of the input to the receipt of
  /// the whole answer, taken outside.
  ///
  /// @param repeats of each side, at least 3
  /// @param bands by rising `atLeast`; the highest that is reached counts
  record Performance(
      Head head, Setting setting, TestName test, Measure measure, int repeats, List<Band> bands)
      implements Grading {
    public Performance {
      bands = List.copyOf(bands);
    }
  }

  /// What bands are of; medians in both.
  enum Measure {
    /// Time of the reference solution with one thread on one core, over the student's.
    SPEED_UP,
    /// Time of the reference solution in the same setting, over the student's.
    RELATIVE
  }

  /// A step of the scale.
  ///
  /// @param atLeast the measure's least value for these points
  record Band(double atLeast, int points) {}

  /// What the student's source uses, read from its syntax tree.
  record Structure(Head head, List<Rule> rules) implements Grading {
    public Structure {
      rules = List.copyOf(rules);
    }
  }

  /// What has to be used, or must not be.
  ///
  /// @param must whether it has to be there, or must not be
  /// @param what [Usage#KEYWORD] `synchronized`, [Usage#TYPE]
  ///   `java.util.concurrent.locks.ReentrantLock`, [Usage#METHOD] `java.lang.Thread#sleep`
  record Rule(boolean must, Usage usage, String what) {}

  /// What a rule is about.
  enum Usage {
    KEYWORD,
    TYPE,
    METHOD
  }
}
