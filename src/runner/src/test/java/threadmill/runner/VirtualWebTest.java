package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.runner.timeline.Lane;
import threadmill.runner.timeline.Slice;
import threadmill.runner.timeline.Slice.State;

/// Programs that load pages, in real sandboxes.
class VirtualWebTest {
  private static final VirtualWeb FAST = new VirtualWeb(5, 20_000, 0, 1);

  @TempDir static Path home;
  private static LocalRunner runner;

  @BeforeAll
  static void start() {
    runner = new LocalRunner(RunnerConfig.in(home));
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @Test
  void every_client_gets_whole_pages_again_and_again() {
    var source =
        """
        import java.net.*;
        import java.net.http.*;
        import java.net.http.HttpResponse.BodyHandlers;
        import java.nio.charset.StandardCharsets;
        void main() throws Exception {
          var uri = URI.create("http://www.cnn.com/page/7?q=1");
          try (var client = HttpClient.newHttpClient()) {
            var get = HttpRequest.newBuilder(uri).build();
            int size = client.send(get, BodyHandlers.ofByteArray()).body().length;
            for (int i = 0; i < 50; i++) {
              if (client.send(get, BodyHandlers.ofByteArray()).body().length != size) throw new Error();
            }
            var head = client.send(HttpRequest.newBuilder(uri).HEAD().build(), BodyHandlers.ofString());
            IO.println(head.body().length() + " " + head.headers().firstValueAsLong("content-length").getAsLong() / size);
            var lost = HttpRequest.newBuilder(URI.create("http://www.cnn.com/nowhere")).build();
            IO.println(client.send(lost, BodyHandlers.ofString()).statusCode());
            var post = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("x".repeat(99999))).build();
            IO.println(client.send(post, BodyHandlers.ofString()).statusCode());
            var old = (HttpURLConnection) uri.toURL().openConnection();
            IO.println(old.getInputStream().readAllBytes().length == size);
            try (var socket = new Socket("www.cnn.com", 80)) {
              var two = "GET /page/7 HTTP/1.1\\r\\nHost: www.cnn.com\\r\\n\\r\\n";
              socket.getOutputStream().write((two + two.replace("Host", "Connection: close\\r\\nHost")).getBytes());
              var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
              IO.println(all.split("HTTP/1.1 200 OK", -1).length - 1);
            }
            var uris = java.util.stream.IntStream.rangeClosed(1, 300).mapToObj(i -> URI.create("http://example.com/page/" + i));
            var all = uris.map(u -> client.sendAsync(HttpRequest.newBuilder(u).build(), BodyHandlers.ofString())).toList();
            IO.println(all.stream().filter(one -> one.join().statusCode() == 200).count());
          }
        }
        """;

    assertThat(printed(source, FAST)).isEqualTo("0 1\n404\n405\ntrue\n2\n300\n");
  }

  @Test
  void pages_and_errors_are_the_same_for_the_same_seed() {
    var source =
        """
        import java.net.*;
        import java.net.http.*;
        import java.net.http.HttpResponse.BodyHandlers;
        void main() throws Exception {
          var client = HttpClient.newHttpClient();
          for (int i = 0; i < 40; i++) {
            var uri = URI.create("http://www.bbc.co.uk/page/" + (1 + i % 20));
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            IO.println(answer.statusCode() + " " + answer.body().length);
          }
        }
        """;

    var first = printed(source, new VirtualWeb(0, 1_000, 0.5, 3));

    assertThat(first).contains("200 ", "503 ");
    assertThat(printed(source, new VirtualWeb(0, 1_000, 0.5, 3))).isEqualTo(first);
    assertThat(printed(source, new VirtualWeb(0, 1_000, 0.5, 4))).isNotEqualTo(first);
  }

  @Test
  void on_the_timeline_the_loads_of_a_pool_overlap() {
    var source =
        """
        import java.net.*;
        import java.net.http.*;
        import java.net.http.HttpResponse.BodyHandlers;
        void main() throws Exception {
          var client = HttpClient.newHttpClient();
          try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            for (var host : List.of("www.foxnews.com", "www.cnn.com", "europe.wsj.com", "www.bbc.co.uk")) {
              var get = HttpRequest.newBuilder(URI.create("http://" + host + "/")).build();
              pool.submit(() -> client.send(get, BodyHandlers.ofByteArray()));
            }
          }
        }
        """;

    var result = runner.run(order("pool", source, new VirtualWeb(500, 1_000, 0, 1)), new Heard());

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    var loads =
        Objects.requireNonNull(result.timeline()).lanes().stream()
            .filter(lane -> lane.name().startsWith("pool-1-thread-"))
            .map(VirtualWebTest::longestWait)
            .toList();
    assertThat(loads).hasSize(4);
    long lastBegin = loads.stream().mapToLong(Slice::from).max().orElseThrow();
    long firstEnd = loads.stream().mapToLong(Slice::to).min().orElseThrow();
    assertThat(lastBegin).as("%s", loads).isLessThan(firstEnd);
  }

  private static Slice longestWait(Lane lane) {
    return lane.slices().stream()
        .filter(slice -> slice.state() != State.RUNNING && slice.state() != State.RUNNABLE)
        .max(Comparator.comparingLong(slice -> slice.to() - slice.from()))
        .orElseThrow();
  }

  @Test
  void an_unknown_host_is_an_exception() {
    var source =
        "void main() throws Exception { java.net.InetAddress.getByName(\"some-made-up-domain.com\"); }";

    var result = runner.run(order("unknown", source, FAST), new Heard());

    assertThat(result.explanation()).startsWith("java.net.UnknownHostException left main");
  }

  @Test
  void who_asks_for_https_is_told_to_use_http() {
    var source =
        """
        void main() throws Exception {
          try {
            java.net.URI.create("https://www.cnn.com/").toURL().openStream();
          } catch (java.io.IOException e) {
            IO.println("caught");
          }
        }
        """;

    var result = runner.run(order("https", source, FAST), new Heard());

    assertThat(result.verdict()).isEqualTo(Verdict.OK);
    assertThat(result.explanation()).contains("use http:// in place of https://");
  }

  @Test
  void who_looks_for_a_network_is_told_of_the_virtual_web() {
    var source =
        "void main() throws Exception { java.net.URI.create(\"http://www.cnn.com/\").toURL().openStream(); }";

    var result = runner.run(order("off", source, null), new Heard());

    assertThat(result.explanation()).contains("switch the virtual web on");
  }

  @Test
  void its_threads_are_none_of_the_programs() {
    var source =
        "void main() { IO.println(Thread.currentThread().getThreadGroup().activeCount()); }";

    assertThat(printed(source, FAST)).isEqualTo(printed(source, null));
  }

  private static String printed(String source, @Nullable VirtualWeb web) {
    var heard = new Heard();
    var result = runner.run(order("web", source, web), heard);
    assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
    return heard.text(Stream.STDOUT);
  }

  private static RunOrder order(String id, String source, @Nullable VirtualWeb web) {
    var files = List.of(new SourceFile("Main.java", source));
    return new RunOrder(
        id,
        1,
        files,
        ExecutorKind.FIXED,
        1,
        1,
        "",
        List.of(),
        Limits.defaults(),
        web,
        false,
        Isolation.PROCESS);
  }
}
