package threadmill.harness.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.harness.wire.ThreadState.Activity;
import threadmill.harness.wire.ThreadState.Wait;

class FramesTest {
  private static final VirtualWeb WEB = new VirtualWeb(200, 20_000, 0.25, -1);

  static List<Report> reports() {
    return List.of(
        new Report.Hello(),
        new Report.Ready(),
        new Report.NoMain("no main — write one"),
        new Report.Sample(-5, List.of(new ThreadState(7, "päron", true, Activity.SLEEPING))),
        new Report.Sample(
            9,
            List.of(7L, 8L),
            List.of(
                new ThreadState(
                    8,
                    "waiter",
                    false,
                    Activity.BLOCKED,
                    new Wait(false, "java.lang.Object@1b", 7, "Main.java:3"),
                    12))),
        new Report.MainReturned(),
        new Report.MainThrew(new Thrown("x.Y", "", "Main.java:3")),
        new Report.Threw(3, new Thrown("x.Z", "wrong", "")),
        new Report.Unanswerable(4, "a java.lang.Object, which is no plain data"),
        new Report.TooLarge(5),
        new Report.Phase(-7, "wärm up"),
        new Report.Deadlock(
            List.of(
                new Report.Waiter("a", false, "Lock@1", "Main.java:1"),
                new Report.Waiter("b", true, "a", ""))),
        new Report.ThreadLeak(List.of("pool-1-thread-1")),
        new Report.HttpsTried());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_report_is_read_as_it_was_written(Report report) throws IOException {
    assertThat(Frames.readReport(input(bytes(report)))).isEqualTo(report);
  }

  @Test
  void a_program_is_read_as_it_was_written() throws IOException {
    var classBytes = new byte[] {1, 2, 3};
    var bytes = new ByteArrayOutputStream();
    Frames.write(
        new DataOutputStream(bytes),
        new Command.Prepare(
            new Command.RunMain(List.of("x", "y")),
            "Main",
            Map.of("Main", classBytes),
            2,
            "process",
            4,
            WEB,
            new Yielding(-9, Set.of("Main"))));

    var read = (Command.Prepare) Frames.readCommand(input(bytes.toByteArray()));

    assertThat(read).isNotNull();
    assertThat(read.mainClass()).isEqualTo("Main");
    assertThat(read.task()).isEqualTo(new Command.RunMain(List.of("x", "y")));
    assertThat(read.yielding()).isEqualTo(new Yielding(-9, Set.of("Main")));
    assertThat(read.classes().get("Main")).isEqualTo(classBytes);
    assertThat(read.cores()).isEqualTo(2);
    assertThat(read.executor()).isEqualTo("process");
    assertThat(read.parallelism()).isEqualTo(4);
    assertThat(read.web()).isEqualTo(WEB);
  }

  @Test
  void a_call_and_its_answer_are_read_as_they_were_written() throws IOException {
    var bytes = new ByteArrayOutputStream();
    Frames.write(new DataOutputStream(bytes), new Command.Call(7, "A.b", new byte[] {1, 2}));

    var call = (Command.Call) Frames.readCommand(input(bytes.toByteArray()));
    var answer =
        (Report.Returned)
            Frames.readReport(input(bytes(new Report.Returned(7, new byte[Frames.MAX_REPORT]))));

    assertThat(call).isNotNull();
    assertThat(call.id()).isEqualTo(7);
    assertThat(call.method()).isEqualTo("A.b");
    assertThat(call.arguments()).containsExactly(1, 2);
    assertThat(answer).isNotNull();
    assertThat(answer.id()).isEqualTo(7);
    assertThat(answer.answer()).hasSize(Frames.MAX_REPORT);
  }

  @Test
  void only_an_answer_may_be_as_wordyas_an_answer() {
    var wordy = new Report.Unanswerable(1, "x".repeat(Frames.MAX_REPORT));

    assertThatThrownBy(() -> Frames.readReport(input(bytes(wordy))))
        .isInstanceOf(GarbledFrameException.class)
        .hasMessageContaining("length");
  }

  @Test
  void the_end_of_the_stream_is_no_report() throws IOException {
    assertThat(Frames.readReport(input(new byte[0]))).isNull();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_jvm_that_exits_while_it_reports_has_just_ended(Report report) throws IOException {
    var whole = bytes(report);
    for (int length = 0; length < whole.length; length++) {
      assertThat(Frames.readReport(input(Arrays.copyOf(whole, length)))).isNull();
    }
  }

  @Test
  void a_frame_goes_out_in_one_write() throws IOException {
    var writes = new ArrayList<Integer>();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) {
            writes.add(1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            writes.add(length);
          }
        };

    Frames.write(new DataOutputStream(out), new Report.ThreadLeak(List.of("x".repeat(20_000))));

    assertThat(writes).hasSize(1);
  }

  @Test
  void noise_is_garbled_and_never_anything_worse() {
    var random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      var noise = new byte[5 + random.nextInt(60)];
      random.nextBytes(noise);
      noise[0] = 0;
      noise[1] = 0;
      noise[2] = 0;
      noise[3] = (byte) (noise.length - 4);
      try {
        assertThat(Frames.readReport(input(noise))).isNotNull();
      } catch (IOException e) {
        assertThat(e).isInstanceOf(GarbledFrameException.class);
      }
    }
  }

  @Test
  void a_frame_that_claims_to_be_huge_is_garbled_before_it_is_read() {
    assertThatThrownBy(() -> Frames.readReport(input(new byte[] {0x7f, 0, 0, 0, 'S'})))
        .isInstanceOf(GarbledFrameException.class)
        .hasMessageContaining("length");
  }

  private static byte[] bytes(Report report) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Frames.write(new DataOutputStream(bytes), report);
    return bytes.toByteArray();
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
