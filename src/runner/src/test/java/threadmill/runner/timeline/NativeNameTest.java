package threadmill.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.runner.timeline.Lane.Kind;

class NativeNameTest {

  @ParameterizedTest
  @CsvSource({
    "short, short",
    "exactly15chars_, exactly15chars_",
    "sixteen_chars_16, sixteen_chars_1",
    "ForkJoinPool-1-worker-12, ForkJoinPool-1-",
    "größe-mit-ümläuten, größe-mit-üm",
    "a-name-cut-in-ü, a-name-cut-in-",
  })
  void the_kernel_gets_the_first_15_bytes(String java, String comm) {
    assertThat(NativeName.of(java)).isEqualTo(comm);
  }

  @ParameterizedTest
  @CsvSource({
    "GC Thread#3, GC",
    "G1 Main Marker, GC",
    "VM Thread, VM",
    "C2 CompilerThre, VM",
    "Reference Handl, VM",
    "VM Periodic Tas, VM",
    "pool-1-thread-1, THREAD",
  })
  void threads_of_the_jvm_are_told_by_their_native_names(String comm, Kind kind) {
    assertThat(NativeName.kindOfNative(comm)).isEqualTo(kind);
  }

  @Test
  void a_java_thread_is_no_gc_thread_whatever_its_name() {
    assertThat(NativeName.kindOfJava("GC Thread#0", false)).isEqualTo(Kind.THREAD);
    assertThat(NativeName.kindOfJava("threadmill-sampler", false)).isEqualTo(Kind.VM);
    assertThat(NativeName.kindOfJava("ForkJoinPool-1-worker-1", true)).isEqualTo(Kind.CARRIER);
  }
}
