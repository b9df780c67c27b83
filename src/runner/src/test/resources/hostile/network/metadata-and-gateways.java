// verdict: OK
// stdout: denied
// never: a cloud's metadata service, a router or a container engine is reached
import java.net.InetSocketAddress;
import java.net.Socket;

void main() {
  for (var target : new String[] {"169.254.169.254:80", "fd00:ec2::254:80", "100.100.100.200:80", "172.17.0.1:2375",
      "10.0.0.1:80", "192.168.0.1:80", "192.168.1.1:443", "1.1.1.1:443", "2606:4700:4700::1111:443"}) {
    int colon = target.lastIndexOf(':');
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1))), 200);
      IO.println("ESCAPED " + target);
    } catch (java.io.IOException | RuntimeException e) {
      IO.println("denied " + target + ": " + e.getMessage());
    }
  }
}
