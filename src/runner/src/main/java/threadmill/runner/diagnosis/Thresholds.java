package threadmill.runner.diagnosis;

/// What a finding needs, at least. `docs/diagnosis.md` tells why.
final class Thresholds {
  /// A shorter run is mostly its start.
  static final long SHORTEST_RUN = 20_000_000;

  static final double CPU_BOUND = 0.80;
  static final double IO_BOUND = 0.50;

  /// The least part of the quiet time that input, output and sleeps together must cover.
  static final double IO_PART = 0.60;

  static final double LOCK = 0.10;
  static final double SERIAL = 0.30;
  static final double IMBALANCE = 1.50;

  /// The least time on a core that makes a thread a worker, of the run's time.
  static final double WORKER = 0.05;

  static final double OVERSUBSCRIPTION = 0.25;
  static final double STARVATION = 0.10;
  static final double PINNED = 0.01;
  static final double GC = 0.10;
  static final double IDLE_CORES = 0.40;

  private Thresholds() {}
}
