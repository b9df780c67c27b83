// verdict: OK
// args: SOCKET
// stdout: denied
// never: a socket file of the host is reached
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

void main(String[] args) {
  for (var path : new String[] {args[0], "/var/run/docker.sock", "/run/systemd/private", "/run/dbus/system_bus_socket",
      "/tmp/.X11-unix/X0", "/run/postgresql/.s.PGSQL.5432"}) {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      IO.println("ESCAPED " + path);
    } catch (java.io.IOException e) {
      IO.println("denied " + path + ": " + e.getMessage());
    }
  }
}
