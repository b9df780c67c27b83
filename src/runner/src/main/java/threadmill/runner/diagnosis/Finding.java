package threadmill.runner.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reason why a program takes its time. Shares are between 0 and 1.
public sealed interface Finding {
  /// The stretches that prove it, the longest first; never empty.
  List<Evidence> evidence();

  /// How much of the time it concerns.
  double share();

  /// At nearly all times some thread of the program was on a core, or wanted one.
  record CpuBound(double share, List<Evidence> evidence) implements Finding {
    public CpuBound {
      evidence = List.copyOf(evidence);
    }
  }

  /// Most of the time every thread of the program waited for input, output or a deadline.
  ///
  /// @param sleeping whether sleeps outweigh input and output
  record IoBound(double share, boolean sleeping, List<Evidence> evidence) implements Finding {
    public IoBound {
      evidence = List.copyOf(evidence);
    }
  }

  /// Threads waited for a lock.
  ///
  /// @param share time waited, of all threads, over the run's time; above 1 where several waited
  /// @param holder name of the thread that held it longest while others waited, if known
  /// @param waiters how many threads waited for it
  record LockContention(
      double share,
      String lock,
      @Nullable String holder,
      long waitedNanos,
      int waiters,
      List<Evidence> evidence)
      implements Finding {
    public LockContention {
      evidence = List.copyOf(evidence);
    }
  }

  /// One thread alone worked while several cores and other threads were there.
  record SerialSection(double share, String thread, List<Evidence> evidence) implements Finding {
    public SerialSection {
      evidence = List.copyOf(evidence);
    }
  }

  /// One worker had much more to do than the others.
  ///
  /// @param times its time on a core over the workers' mean
  record Imbalance(double share, String busiest, double times, List<Evidence> evidence)
      implements Finding {
    public Imbalance {
      evidence = List.copyOf(evidence);
    }
  }

  /// Threads that could work waited for a core.
  record Oversubscription(double share, List<Evidence> evidence) implements Finding {
    public Oversubscription {
      evidence = List.copyOf(evidence);
    }
  }

  /// All threads of a pool waited for results that only the pool could bring forth.
  record PoolStarvation(double share, String pool, int threads, List<Evidence> evidence)
      implements Finding {
    public PoolStarvation {
      evidence = List.copyOf(evidence);
    }
  }

  /// Virtual threads kept their carriers while they waited.
  record PinnedVirtualThreads(double share, List<Evidence> evidence) implements Finding {
    public PinnedVirtualThreads {
      evidence = List.copyOf(evidence);
    }
  }

  /// The threads that collect garbage were on a core.
  record GarbageCollection(double share, List<Evidence> evidence) implements Finding {
    public GarbageCollection {
      evidence = List.copyOf(evidence);
    }
  }

  /// Cores had nothing of the program's to do although it was at work.
  record IdleCores(double share, int cores, List<Evidence> evidence) implements Finding {
    public IdleCores {
      evidence = List.copyOf(evidence);
    }
  }
}
