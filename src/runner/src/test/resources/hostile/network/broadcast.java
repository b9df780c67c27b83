// verdict: OK
// stdout: denied
// never: a packet reaches the host's network
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

void main() throws Exception {
  for (var target : new String[] {"255.255.255.255", "224.0.0.1", "239.255.255.250", "10.255.255.255"}) {
    try (var socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      socket.send(new DatagramPacket(new byte[] {1}, 1, new InetSocketAddress(target, 1900)));
      IO.println("ESCAPED " + target);
    } catch (java.io.IOException e) {
      IO.println("denied " + target + ": " + e.getMessage());
    }
  }
}
