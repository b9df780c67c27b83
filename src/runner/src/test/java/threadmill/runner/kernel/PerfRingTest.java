package threadmill.runner.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/// A ring whose kernel side is played by the test.
class PerfRingTest {
  private static final long DATA = 4096;
  private static final long SIZE = 128;
  private final MemorySegment memory = Arena.ofAuto().allocate(DATA + SIZE, 8);
  private final PerfRing ring;
  private long head;

  PerfRingTest() {
    memory.set(JAVA_LONG, 1040, DATA);
    memory.set(JAVA_LONG, 1048, SIZE);
    ring = new PerfRing(memory);
  }

  private void word(long value) {
    memory.set(JAVA_LONG, DATA + head % SIZE, value);
    head += 8;
  }

  private void trailer(int pid, int tid, long time, int cpu) {
    word((long) tid << 32 | pid);
    word(time);
    word(cpu);
    memory.set(JAVA_LONG, 1024, head);
  }

  private static long header(int type, int misc, int size) {
    return (long) size << 48 | (long) misc << 32 | type;
  }

  @Test
  void records_are_read_across_the_ring_s_end() {
    for (int round = 0; round < 50; round++) {
      word(header(PerfRing.SWITCH, PerfRing.OUT | PerfRing.PREEMPTED, 32));
      trailer(7, 8, 1000 + round, 3);
      word(header(PerfRing.COMM, 0, 56));
      word(9L << 32 | 7);
      word(0x2d6c6f6f70L);
      word(0);
      trailer(7, 9, 2000 + round, 1);

      assertThat(ring.look()).isEqualTo(88 / 128.0);
      assertThat(ring.type()).isEqualTo(PerfRing.SWITCH);
      assertThat(ring.misc()).isEqualTo(PerfRing.OUT | PerfRing.PREEMPTED);
      assertThat(ring.pid()).isEqualTo(7);
      assertThat(ring.tid()).isEqualTo(8);
      assertThat(ring.time()).isEqualTo(1000 + round);
      assertThat(ring.cpu()).isEqualTo(3);
      ring.next();
      assertThat(ring.type()).isEqualTo(PerfRing.COMM);
      assertThat(ring.subjectTid()).isEqualTo(9);
      assertThat(ring.comm()).isEqualTo("pool-");
      ring.next();
      assertThat(ring.any()).isFalse();
      ring.release();
      assertThat(memory.get(JAVA_LONG, 1032)).isEqualTo(head);
    }
  }

  @Test
  void forks_exits_and_losses_tell_of_whom() {
    word(header(PerfRing.FORK, 0, 56));
    word(20L << 32 | 21);
    word(30L << 32 | 31);
    word(5);
    trailer(20, 30, 6, 0);
    ring.look();
    assertThat(ring.subjectPid()).isEqualTo(21);
    assertThat(ring.parentPid()).isEqualTo(20);
    assertThat(ring.subjectTid()).isEqualTo(31);
    assertThat(ring.parentTid()).isEqualTo(30);
    ring.next();
    word(header(PerfRing.LOST, 0, 48));
    word(1);
    word(77);
    trailer(20, 30, 7, 0);
    ring.look();
    assertThat(ring.lost()).isEqualTo(77);
  }
}
