package threadmill.harness.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import threadmill.harness.wire.VirtualWeb;

/// Answers on ports 80 and 443 of the sandbox's loopback network; on the latter it only takes note
/// that somebody tried.
///
/// Implementation note: one daemon thread, started before the program is released, owns everything
/// and never blocks but in `select`: hundreds of answers that are waited for cost no thread, and a
/// program's own thread count grows by none. It is in the JVM's own thread group, so that it is
/// taken for no thread of the program. A program that attacks it (it is in the same JVM) takes its
/// own web away. It ends with the JVM.
public final class WebServer {
  /// Present in a JVM whose sandbox may bind the ports.
  public static final String PROPERTY = "threadmill.web";

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int BACKLOG = 1_024;

  /// How long new connections wait where all descriptors are in use.
  private static final long NO_DESCRIPTORS_NANOS = 20_000_000;

  private final Selector selector;
  private final SelectionKey http;
  private final SelectionKey https;
  private final PriorityQueue<Connection> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Connection::dueAt));
  private long acceptAt;

  private WebServer(Selector selector, SelectionKey http, SelectionKey https) {
    this.selector = selector;
    this.http = http;
    this.https = https;
  }

  /// Binds the ports, which answer when it is started.
  public static WebServer bind() throws IOException {
    var selector = Selector.open();
    return new WebServer(selector, listen(selector, HTTP), listen(selector, HTTPS));
  }

  private static SelectionKey listen(Selector selector, int port) throws IOException {
    var channel = ServerSocketChannel.open();
    var address = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    channel.bind(new InetSocketAddress(address, port), BACKLOG);
    channel.configureBlocking(false);
    return channel.register(selector, SelectionKey.OP_ACCEPT);
  }

  /// Starts to answer.
  ///
  /// @param group of the JVM's own threads
  /// @param onHttps called when somebody connects to port 443
  public void start(VirtualWeb web, ThreadGroup group, Runnable onHttps) {
    var pages = new Pages(web);
    var thread = new Thread(group, () -> run(pages, onHttps), "threadmill-web");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Pages pages, Runnable onHttps) {
    while (selector.isOpen()) {
      try {
        selector.select(pause());
        // A program can interrupt any thread that it finds; that must not close channels.
        var _ = Thread.interrupted();
        for (var key : selector.selectedKeys()) {
          serve(key, pages, onHttps);
        }
        selector.selectedKeys().clear();
        beginDue();
      } catch (IOException | OutOfMemoryError _) {
        // The program has taken all descriptors or all memory; that may pass.
      }
    }
  }

  private void beginDue() {
    for (var first = waiting.peek();
        first != null && first.dueAt() - System.nanoTime() <= 0;
        first = waiting.peek()) {
      waiting.poll();
      step(first, Connection::begin);
    }
    if (acceptAt != 0 && System.nanoTime() - acceptAt >= 0) {
      acceptAt = 0;
      http.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  /// Milliseconds until something is due; 0 for ever, as `select` takes it.
  private long pause() {
    long now = System.nanoTime();
    long until = Long.MAX_VALUE;
    var first = waiting.peek();
    if (first != null) {
      until = first.dueAt() - now;
    }
    if (acceptAt != 0) {
      until = Math.min(until, acceptAt - now);
    }
    return until == Long.MAX_VALUE
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(until + 999_999));
  }

  private void serve(SelectionKey key, Pages pages, Runnable onHttps) throws IOException {
    if (key.equals(http)) {
      accept(pages);
    } else if (key.equals(https)) {
      refuse(onHttps);
    } else if (key.isValid() && key.attachment() instanceof Connection connection) {
      step(connection, key.isReadable() ? Connection::read : Connection::write);
    }
  }

  private void accept(Pages pages) throws IOException {
    try {
      var channel = ((ServerSocketChannel) http.channel()).accept();
      if (channel != null) {
        channel.configureBlocking(false);
        var key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key, pages));
      }
    } catch (IOException full) {
      acceptAt = System.nanoTime() + NO_DESCRIPTORS_NANOS;
      http.interestOps(0);
      throw full;
    }
  }

  private void refuse(Runnable onHttps) throws IOException {
    var channel = ((ServerSocketChannel) https.channel()).accept();
    if (channel != null) {
      channel.close();
      onHttps.run();
    }
  }

  private void step(Connection connection, Step step) {
    try {
      if (step.of(connection)) {
        waiting.add(connection);
      }
    } catch (IOException | OutOfMemoryError _) {
      connection.close();
    }
  }

  private interface Step {
    boolean of(Connection connection) throws IOException;
  }
}
