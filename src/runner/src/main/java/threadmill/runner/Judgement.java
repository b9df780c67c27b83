package threadmill.runner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.Thrown;

/// A verdict with its explanation, from what was seen outside; what the program's own JVM said
/// serves to explain it.
public record Judgement(Verdict verdict, String explanation) {
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15,
          "SIGTERM", 24, "SIGXCPU", 25, "SIGXFSZ", 31, "SIGSYS");

  /// What HotSpot prints when the system refuses it memory, and when it fails otherwise.
  private static final String NATIVE_OUT_OF_MEMORY = "insufficient memory for the Java Runtime";

  private static final String CRASHED = "A fatal error has been detected by the Java Runtime";

  /// What a program may make an explanation grow to, in characters.
  private static final int LONGEST = 1_000;

  /// Nothing to start.
  static final Judgement NO_MAIN =
      new Judgement(
          Verdict.RUNTIME_ERROR,
          "No class has a main method to start; write one, such as void main() { … }.");

  public Judgement {
    if (explanation.length() > LONGEST) {
      explanation = explanation.substring(0, LONGEST) + "…";
    }
  }

  /// The same, with another sentence of explanation.
  Judgement with(String sentence) {
    return new Judgement(verdict, explanation + " " + sentence);
  }

  /// Judges a source that javac refused.
  public static Judgement refused(List<Diagnostic> diagnostics) {
    var errors =
        diagnostics.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
    var first = errors.getFirst();
    return new Judgement(
        Verdict.COMPILE_ERROR,
        "javac found %s, the first at %s:%d."
            .formatted(
                errors.size() == 1 ? "an error" : errors.size() + " errors",
                first.path(),
                first.line()));
  }

  /// Judges a program that names what it may not share.
  static Judgement unshareable(String place, String member) {
    return new Judgement(
        Verdict.SECURITY_VIOLATION,
        "%s uses %s, which programs cannot share a JVM with; run it with isolation \"process\"."
            .formatted(place, member));
  }

  /// How far a program had come.
  ///
  /// @param what such as `main`
  record Stage(String what, boolean returned) {
    /// Before it was released.
    static final Stage NONE = new Stage("main", false);
  }

  /// Judges a run that we ended.
  static Judgement of(Ending ending, Stage stage) {
    return switch (ending) {
      case Ending.Cancelled() -> new Judgement(Verdict.CANCELLED, "Stopped by its user.");
      case Ending.Shutdown() ->
          throw new RunnerException("the runner was stopped while the run was under way");
      case Ending.WallLimit(var limit) ->
          new Judgement(
              Verdict.TIME_LIMIT,
              "Still running after %s of wall time; %s had %s."
                  .formatted(
                      human(limit), stage.what(), stage.returned() ? "returned" : "not returned"));
      case Ending.CpuLimit(var limit) ->
          new Judgement(
              Verdict.TIME_LIMIT, "Used more than %s of CPU time.".formatted(human(limit)));
      case Ending.OutputLimit(var stream, int bytes) ->
          new Judgement(
              Verdict.OUTPUT_LIMIT, "Wrote more than %,d bytes to %s.".formatted(bytes, stream));
      case Ending.ThreadLimit(int limit) ->
          new Judgement(
              Verdict.THREAD_LIMIT, "Had more than %,d threads at the same time.".formatted(limit));
      case Ending.MemoryLimit(long bytes) ->
          new Judgement(
              Verdict.MEMORY_LIMIT,
              "Used more than %,d MiB of memory in all, heap and all else together."
                  .formatted(bytes >> 20));
      case Ending.HeapShare(long allocated, long limit) ->
          new Judgement(
              Verdict.MEMORY_LIMIT,
              "The shared heap was full, and this program alone had taken more than its %,d MiB: %,d MiB since it began."
                  .formatted(limit >> 20, allocated >> 20));
      case Ending.Deadlocked(var evidence) ->
          new Judgement(Verdict.DEADLOCK, cycle(evidence) + " None of them can ever go on.");
      case Ending.Leaked(var evidence) ->
          new Judgement(
              Verdict.THREAD_LEAK,
              "%s returned, but %s %s for ever and %s the program alive; was an executor not closed?"
                  .formatted(
                      stage.what(),
                      names(evidence),
                      evidence.threads().size() == 1 ? "waits" : "wait",
                      evidence.threads().size() == 1 ? "keeps" : "keep"));
      case Ending.Forged(var what) ->
          new Judgement(
              Verdict.SECURITY_VIOLATION, "The program meddled with its harness: " + what + ".");
    };
  }

  /// Judges a run that ended by itself.
  ///
  /// @param thrown what left `main`, if anything did
  /// @param said the last that it wrote; a JVM that crashes says so on both streams
  /// @param mostThreads the most threads that it was seen to have
  static Judgement of(
      int exitCode, @Nullable Thrown thrown, String said, int mostThreads, Limits limits) {
    if (thrown != null) {
      return ofThrown(thrown, "main", mostThreads, limits);
    }
    if (exitCode == 0) {
      return new Judgement(Verdict.OK, "main returned and all threads ended.");
    }
    if (said.contains(NATIVE_OUT_OF_MEMORY)) {
      return new Judgement(
          Verdict.MEMORY_LIMIT, "The JVM needed more memory than the sandbox may have.");
    }
    if (said.contains(CRASHED)) {
      return new Judgement(
          Verdict.RUNTIME_ERROR, "The JVM crashed; its report is on standard error.");
    }
    int signal = exitCode - 128;
    if (SIGNALS.containsKey(signal)) {
      return switch (SIGNALS.get(signal)) {
        case "SIGXCPU" -> new Judgement(Verdict.TIME_LIMIT, "Used all the CPU time it may have.");
        case "SIGSYS" ->
            new Judgement(Verdict.SECURITY_VIOLATION, "Made a system call that is not allowed.");
        case String name ->
            new Judgement(
                Verdict.RUNTIME_ERROR,
                "The JVM was ended by signal %d (%s).".formatted(signal, name));
      };
    }
    return new Judgement(Verdict.RUNTIME_ERROR, "The program exited with code " + exitCode + ".");
  }

  /// Whether there was no memory left for a library that the JDK loads when it is first needed.
  private static boolean isUnmappable(Thrown thrown) {
    return thrown.type().equals(UnsatisfiedLinkError.class.getName())
        && thrown.message().contains("failed to map segment");
  }

  /// Judges what left the program's code. A thread is refused where there are too many, or where
  /// there is no memory for its stack.
  ///
  /// @param left the method that it left, such as `main`
  static Judgement ofThrown(Thrown thrown, String left, int mostThreads, Limits limits) {
    boolean outOfMemory =
        thrown.type().equals(OutOfMemoryError.class.getName()) || isUnmappable(thrown);
    if (outOfMemory
        && thrown.message().contains("native thread")
        && mostThreads > limits.threads() / 2) {
      return of(new Ending.ThreadLimit(limits.threads()), Stage.NONE);
    }
    var where = thrown.place().isEmpty() ? "" : " at " + thrown.place();
    var said = thrown.message().isEmpty() ? "" : ": " + thrown.message();
    return outOfMemory
        ? new Judgement(
            Verdict.MEMORY_LIMIT,
            "%s left %s%s%s; the heap may have %d MiB."
                .formatted(
                    thrown.type().substring(thrown.type().lastIndexOf('.') + 1),
                    left,
                    where,
                    said,
                    limits.heapMiB()))
        : new Judgement(
            Verdict.RUNTIME_ERROR, "%s left %s%s%s.".formatted(thrown.type(), left, where, said));
  }

  private static String cycle(Report.Deadlock evidence) {
    var waiters = evidence.cycle();
    var sentence = new StringBuilder();
    for (int i = 0; i < waiters.size(); i++) {
      var waiter = waiters.get(i);
      var holder = waiters.get((i + 1) % waiters.size());
      sentence.append(
          "%s%s waits%s for %s"
              .formatted(
                  i == 0 ? "" : "; ",
                  waiter.thread(),
                  waiter.at().isEmpty() ? "" : " at " + waiter.at(),
                  waiter.joins()
                      ? waiter.waitsFor() + " to end"
                      : waiter.waitsFor() + ", which " + holder.thread() + " holds"));
    }
    return sentence.append('.').toString();
  }

  private static String names(Report.ThreadLeak evidence) {
    var threads = evidence.threads();
    return threads.size() <= 3
        ? String.join(", ", threads)
        : threads.stream().limit(2).collect(Collectors.joining(", "))
            + " and "
            + (threads.size() - 2)
            + " more";
  }

  private static String human(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
