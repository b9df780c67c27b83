package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.runner.RunEvent.Output.Stream;

class OutputPumpTest {
  private final Heard heard = new Heard();
  private final List<Ending> endings = new ArrayList<>();

  @Test
  void a_character_that_arrives_in_pieces_stays_whole() {
    var text = "aä世🧵".repeat(3000);
    pump(oneByteAtATime(text.getBytes(StandardCharsets.UTF_8)), 1 << 20).run();

    assertThat(heard.text(Stream.STDOUT)).isEqualTo(text);
    assertThat(endings).isEmpty();
  }

  @Test
  void what_is_no_text_becomes_replacement_characters() {
    pump(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe4}), 100).run();

    assertThat(heard.text(Stream.STDOUT)).isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void output_up_to_the_limit_passes_and_one_byte_more_ends_the_run() {
    pump(new ByteArrayInputStream(new byte[10_000]), 10_000).run();
    assertThat(endings).isEmpty();

    pump(new ByteArrayInputStream(new byte[10_001]), 10_000).run();
    assertThat(endings).containsExactly(new Ending.OutputLimit("stdout", 10_000));
    assertThat(heard.text(Stream.STDOUT)).hasSize(20_000);
  }

  @Test
  void the_tail_keeps_the_last_that_came() {
    var text = new OutputText(Stream.STDOUT, 10_000, new Events(heard));
    var bytes = ("x".repeat(9000) + "end").getBytes(StandardCharsets.UTF_8);
    new OutputPump(new ByteArrayInputStream(bytes), text, endings::add).run();

    assertThat(text.tail()).hasSize(4096).endsWith("xend");
  }

  @Test
  void what_a_program_writes_again_is_told_once_and_a_difference_is_said() {
    var text = new OutputText(Stream.STDOUT, 100, new Events(heard));
    for (var output : List.of("one\ntw\u00e4", "one\ntw\u00e4!", "one\nthree")) {
      var bytes = output.getBytes(StandardCharsets.UTF_8);
      new OutputPump(new ByteArrayInputStream(bytes), text, endings::add).run();
      text.again();
    }

    assertThat(heard.text(Stream.STDOUT))
        .isEqualTo("one\ntw\u00e4!" + OutputText.AGAIN + "one\nthree");
    assertThat(endings).isEmpty();
  }

  private OutputPump pump(InputStream in, int limit) {
    return new OutputPump(
        in, new OutputText(Stream.STDOUT, limit, new Events(heard)), endings::add);
  }

  private static InputStream oneByteAtATime(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(1, length));
      }
    };
  }
}
