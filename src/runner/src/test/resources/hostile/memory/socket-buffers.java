// verdict: OK
// never: bytes on their way over the program's own loopback take the host's memory
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws Exception {
  long bytes = 0;
  var all = new java.util.ArrayList<SocketChannel>();
  try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
    while (true) {
      var client = SocketChannel.open(server.getLocalAddress());
      all.add(server.accept());
      all.add(client);
      client.configureBlocking(false);
      for (int n = 1; n > 0; bytes += n) n = client.write(ByteBuffer.allocate(1 << 20));
    }
  } catch (java.io.IOException e) {
    IO.println("denied after " + all.size() + " sockets, " + (bytes >> 20) + " MiB: " + e.getMessage());
  }
}
