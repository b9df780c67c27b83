package threadmill.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// How the server behaves and what a run may ask for, as the operator set it; the values that hold
/// without an operator stand in `application.properties`.
@ConfigMapping(prefix = "threadmill")
public interface ServerConfig {
  /// Where everything is kept.
  Path home();

  /// The address that browsers use, where it is not the one that requests name.
  Optional<URI> publicUrl();

  /// Runs that are under way at the same time; the machine's cores where it is not set.
  OptionalInt workers();

  /// Whether strangers get an account.
  SignUpMode signUp();

  /// Whether the course that comes with Threadmill is loaded where there is none of its name.
  boolean bundledCourse();

  /// Whether timelines come from perf where the kernel permits it; else they are sampled.
  boolean perf();

  /// Whether timelines are recorded at all.
  boolean timeline();

  /// Cores that no timed run gets to itself, unless it asks for all there are.
  int sharedCores();

  Queue queue();

  Limits limits();

  Request request();

  Experiment experiment();

  /// How long events may wait to be stored and sent together.
  Duration eventBatch();

  interface Queue {
    /// Queued runs that one account or guest may have.
    int perOwner();

    /// Queued runs that one address may have; off where it is not set.
    OptionalInt perAddress();
  }

  interface Limits {
    Bound wallMillis();

    Bound heapMib();

    Bound stdoutBytes();

    Bound stderrBytes();

    Bound threads();

    /// Cores; its maximum is the machine's where it is not set.
    Cores cores();

    Parallelism parallelism();
  }

  /// A setting of a run.
  interface Bound {
    @WithName("default")
    int preset();

    int most();
  }

  interface Cores {
    @WithName("default")
    int preset();

    OptionalInt most();
  }

  interface Parallelism {
    int most();
  }

  /// How large a request may be.
  interface Request {
    /// UTF-8 bytes of all files together.
    int sourceBytes();

    int files();

    /// UTF-8 bytes.
    int stdinBytes();

    int args();

    /// UTF-8 bytes of all arguments together.
    int argsBytes();
  }

  /// How large an experiment may be.
  interface Experiment {
    Bound repeats();

    Bound warmUp();

    int cells();

    /// Repetitions of all its cells together, warm-up included.
    int runs();

    /// After so long it ends with what it has.
    Duration longest();

    /// Experiments of one account or guest that may wait or be under way.
    int perOwner();
  }
}
