// verdict: OK
// args: PORT
// stdout: denied
// never: a port of the host is reached
import java.net.InetSocketAddress;
import java.net.Socket;

void main(String[] args) {
  for (var host : new String[] {"127.0.0.1", "::1", "localhost", "0.0.0.0", "127.1.2.3", "::ffff:127.0.0.1"}) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, Integer.parseInt(args[0])), 200);
      IO.println("ESCAPED " + host);
    } catch (java.io.IOException | RuntimeException e) {
      IO.println("denied " + host + ": " + e.getMessage());
    }
  }
}
