// verdict: OK
// stdout: hello over loopback
import java.net.ServerSocket;
import java.net.Socket;

void main() throws Exception {
  try (var server = new ServerSocket(0)) {
    Thread.startVirtualThread(() -> {
      try (var client = server.accept()) {
        client.getOutputStream().write("hello over loopback\n".getBytes());
      } catch (Exception e) {
        e.printStackTrace();
      }
    });
    try (var socket = new Socket("127.0.0.1", server.getLocalPort())) {
      IO.print(new String(socket.getInputStream().readAllBytes()));
    }
  }
}
