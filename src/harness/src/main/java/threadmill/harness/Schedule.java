package threadmill.harness;

import org.jspecify.annotations.Nullable;

/// A random schedule: at which of their steps the threads of a program let others go first.
///
/// Every thread has dice of its own, by the schedule's seed and by how many threads came before it,
/// and a step costs no more than counting down to the next time. That comes after two steps on
/// average in some schedules and after some hundreds in others, for a race may be anywhere; and a
/// thread that has done so often does so ever more rarely, so that a loop of millions of steps
/// ends. One schedule in eight leaves a program alone: some mistakes show only at full speed.
///
/// Nothing that is called here is a program's own, throws, takes a permit to park or clears an
/// interrupt: a program that is right stays right.
///
/// Implementation note: `current` is set while no thread of a program is at work for its caller,
/// and is read without a barrier, which would hide mistakes of the program's own. A thread that
/// sees it late follows the schedule before. `arrived` is guarded by `this`; dice belong to their
/// threads.
public final class Schedule {
  private static final ThreadLocal<Dice> DICE = new ThreadLocal<>();

  /// Times after which a thread does it half as often.
  private static final int TIRED_AFTER = 512;

  /// How long a thread stays away at most, where it does not just yield.
  private static final int LONGEST_NANOS = 50_000;

  private static @Nullable Schedule current;

  private final long seed;
  private final int steps;
  private int arrived;

  /// @param steps twice the average number of steps between two times
  private Schedule(long seed, int steps) {
    this.seed = seed;
    this.steps = steps;
  }

  /// Begins a schedule, for all threads.
  public static void begin(long seed) {
    int kind = (int) mixed(seed) & 7;
    current = kind == 0 ? null : new Schedule(seed, 2 << kind);
  }

  /// Leaves programs alone.
  public static void end() {
    current = null;
  }

  /// A step of the thread that calls.
  public static void pass() {
    var schedule = current;
    if (schedule != null) {
      var dice = DICE.get();
      if (dice == null || dice.of != schedule) {
        dice = new Dice(schedule, schedule.arrive());
        DICE.set(dice);
      }
      dice.pass();
    }
  }

  private synchronized int arrive() {
    return arrived++;
  }

  /// Spreads similar seeds (Stafford's mix 13 of the 64-bit finalizer).
  private static long mixed(long seed) {
    long x = seed + 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /// One thread's (xorshift64, Marsaglia 2003).
  private static final class Dice {
    private final Schedule of;
    private long state;
    private int steps;
    private int left;
    private int times;

    Dice(Schedule of, int number) {
      this.of = of;
      this.state = mixed(of.seed + mixed(number)) | 1;
      this.steps = of.steps;
      this.left = next(steps);
    }

    private int next(int bound) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      return (int) ((state >>> 33) % bound);
    }

    void pass() {
      if (--left < 0) {
        letOthers();
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // To yield is what this is for.
    private void letOthers() {
      if (++times % TIRED_AFTER == 0 && steps < 1 << 28) {
        steps <<= 1;
      }
      left = next(steps);
      if (next(8) == 0) {
        long until = System.nanoTime() + next(LONGEST_NANOS);
        do {
          Thread.yield();
        } while (System.nanoTime() - until < 0);
      } else {
        Thread.yield();
      }
    }
  }
}
