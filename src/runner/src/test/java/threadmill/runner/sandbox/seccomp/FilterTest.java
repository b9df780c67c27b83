package threadmill.runner.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.runner.sandbox.seccomp.SystemCall.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The program does what the table says, for every number there is.
class FilterTest {
  private static final int ALLOW = 0x7fff_0000;
  private static final int KILL = 0x8000_0000;
  private static final int X32 = 0x4000_0000;
  private static final int I386 = 0x4000_0003;
  private static final int LARGEST_NUMBER = 0x3fff_ffff;

  private final Filter filter = Filter.forJvm();
  private final Interpreter kernel = new Interpreter(filter.bytes());

  @Test
  void every_call_that_has_a_name_is_in_the_table_and_no_number_twice() {
    var all = EnumSet.noneOf(SystemCall.class);
    all.addAll(filter.allowed());
    all.addAll(filter.refused());
    all.addAll(filter.killed());

    assertThat(all).containsExactlyInAnyOrder(SystemCall.values());
    assertThat(filter.allowed().size() + filter.refused().size() + filter.killed().size())
        .isEqualTo(SystemCall.values().length);
    assertThat(Arrays.stream(SystemCall.values()).map(SystemCall::number)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void a_call_without_checks_meets_its_fate_whatever_its_arguments(SystemCall call) {
    if (filter.checked().contains(call)) {
      return;
    }
    var wanted =
        filter.allowed().contains(call) ? ALLOW : filter.killed().contains(call) ? KILL : -1;

    for (long argument : new long[] {0, 1, -1, 0x7e02_0080L, 1L << 32}) {
      int got = call(call, argument, argument, argument);
      assertThat(wanted == -1 ? got & 0xffff_0000 : got)
          .isEqualTo(wanted == -1 ? 0x5_0000 : wanted);
    }
  }

  @Test
  void a_number_without_a_name_is_unknown_to_the_kernel() {
    Set<Integer> named =
        Arrays.stream(SystemCall.values()).map(SystemCall::number).collect(Collectors.toSet());

    assertThat(IntStream.concat(IntStream.range(0, 2000), IntStream.of(LARGEST_NUMBER)))
        .filteredOn(number -> !named.contains(number))
        .allMatch(number -> kernel.run(Interpreter.X86_64, number) == refusal(Errno.ENOSYS));
  }

  @Test
  void another_architecture_ends_the_process() {
    assertThat(kernel.run(I386, READ.number())).isEqualTo(KILL);
    assertThat(kernel.run(0, READ.number())).isEqualTo(KILL);
  }

  @ParameterizedTest
  @EnumSource
  void the_same_call_by_its_x32_number_ends_the_process(SystemCall call) {
    assertThat(kernel.run(Interpreter.X86_64, X32 | call.number())).isEqualTo(KILL);
  }

  @Test
  void a_negative_number_ends_the_process() {
    assertThat(kernel.run(Interpreter.X86_64, -1)).isEqualTo(KILL);
  }

  @Test
  void clone_makes_threads_and_processes() {
    assertThat(call(CLONE, 0x3d_0f00)).isEqualTo(ALLOW);
    assertThat(call(CLONE, 0x4111)).isEqualTo(ALLOW);
    assertThat(call(CLONE, 17)).isEqualTo(ALLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "0x20000",
    "0x2000000",
    "0x4000000",
    "0x8000000",
    "0x10000000",
    "0x20000000",
    "0x40000000",
    "0x80"
  })
  void clone_makes_no_namespace(String flag) {
    long bit = Long.decode(flag);

    assertThat(call(CLONE, bit)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(CLONE, bit | 0x3d_0f00)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(CLONE, bit | 1L << 40)).isEqualTo(refusal(Errno.EPERM));
  }

  @Test
  void clone3_is_unknown_so_that_clone_is_used() {
    assertThat(call(CLONE3)).isEqualTo(refusal(Errno.ENOSYS));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, true", // unix
    "2, 1, 0, true", // TCP
    "2, 2, 17, true", // UDP
    "10, 524289, 6, true", // TCP over IPv6, closed on exec
    "16, 3, 0, false", // netlink
    "17, 3, 0, false", // packets
    "38, 5, 0, false", // the kernel's cryptography
    "40, 1, 0, false", // virtual machines
    "0, 1, 0, false"
  })
  void sockets_are_of_unix_and_ip(int family, int type, int protocol, boolean allowed) {
    int got = call(SOCKET, family, type, protocol);

    assertThat(got).isEqualTo(allowed ? ALLOW : refusal(Errno.EAFNOSUPPORT));
    assertThat(call(SOCKET, family | 1L << 32, type, protocol)).isEqualTo(got);
  }

  @ParameterizedTest
  @CsvSource({"1", "58", "132", "136", "262"})
  void sockets_speak_tcp_and_udp(int protocol) {
    assertThat(call(SOCKET, 2, 1, protocol)).isEqualTo(refusal(Errno.EPROTONOSUPPORT));
  }

  @Test
  void socket_pairs_are_of_unix() {
    assertThat(call(SOCKETPAIR, 1)).isEqualTo(ALLOW);
    assertThat(call(SOCKETPAIR, 2)).isEqualTo(refusal(Errno.EAFNOSUPPORT));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, ALLOW", // SO_REUSEADDR
    "41, 26, ALLOW", // IPV6_V6ONLY, which has the number of SO_ATTACH_FILTER
    "6, 1, ALLOW", // TCP_NODELAY
    "0, 32, ALLOW", // IP_MULTICAST_IF
    "1, 26, EPERM",
    "1, 50, EPERM",
    "1, 51, EPERM",
    "1, 52, EPERM",
    "6, 31, ENOPROTOOPT", // TCP_ULP
    "1, 31, ALLOW",
    "282, 1, ENOPROTOOPT", // TLS
    "263, 1, ENOPROTOOPT" // packets
  })
  void socket_options_attach_no_programs(int level, int option, String wanted) {
    int expected = wanted.equals("ALLOW") ? ALLOW : refusal(Errno.valueOf(wanted));

    assertThat(call(SETSOCKOPT, 5, level, option)).isEqualTo(expected);
  }

  @Test
  void nothing_is_typed_into_a_terminal() {
    assertThat(call(IOCTL, 0, 0x5401)).isEqualTo(ALLOW);
    assertThat(call(IOCTL, 0, 0x541b)).isEqualTo(ALLOW);
    assertThat(call(IOCTL, 0, 0x8933)).isEqualTo(ALLOW);
    for (long command : new long[] {0x5412, 0x541c, 0x5412 | 1L << 32, 0x541c | 7L << 40}) {
      assertThat(call(IOCTL, 0, command)).isEqualTo(refusal(Errno.ENOTTY));
    }
  }

  @Test
  void a_thread_may_be_named_but_not_traced_or_made_dumpable() {
    assertThat(call(PRCTL, 15)).isEqualTo(ALLOW);
    assertThat(call(PRCTL, 4)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(PRCTL, 22)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(PRCTL, 0x5961_6d61)).isEqualTo(refusal(Errno.EPERM));
  }

  @Test
  void the_personality_is_read_and_not_changed() {
    assertThat(call(PERSONALITY, 0xffff_ffffL)).isEqualTo(ALLOW);
    assertThat(call(PERSONALITY, 0)).isEqualTo(ALLOW);
    assertThat(call(PERSONALITY, 0x004_0000)).isEqualTo(KILL);
  }

  @Test
  void limits_are_ones_own() {
    assertThat(call(PRLIMIT64, 0, 6)).isEqualTo(ALLOW);
    assertThat(call(PRLIMIT64, 1, 6)).isEqualTo(refusal(Errno.EPERM));
  }

  @Test
  void memory_is_not_shared_without_a_file() {
    assertThat(call(MMAP, 0, 4096, 3, 0x22)).isEqualTo(ALLOW);
    assertThat(call(MMAP, 0, 4096, 3, 0x01)).isEqualTo(ALLOW);
    assertThat(call(MMAP, 0, 4096, 3, 0x21)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(MMAP, 0, 4096, 3, 0x23)).isEqualTo(refusal(Errno.EPERM));
    assertThat(call(MMAP, 0, 4096, 3, 0x4021)).isEqualTo(refusal(Errno.EPERM));
  }

  @Test
  void pipes_keep_their_size() {
    assertThat(call(FCNTL, 3, 4)).isEqualTo(ALLOW);
    assertThat(call(FCNTL, 3, 1031)).isEqualTo(refusal(Errno.EPERM));
  }

  @ParameterizedTest
  @EnumSource
  void the_way_to_a_call_is_short(SystemCall call) {
    call(call);

    assertThat(kernel.steps()).isLessThan(40);
  }

  private int call(SystemCall call, long... arguments) {
    return kernel.run(Interpreter.X86_64, call.number(), Arrays.copyOf(arguments, 6));
  }

  private static int refusal(Errno errno) {
    return 0x5_0000 | errno.number();
  }
}
