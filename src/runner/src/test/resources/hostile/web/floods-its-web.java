// verdict: OK | TIME_LIMIT
// web: on
// wall: 4000
// stdout: flooding
// never: what a program does to its own web reaches anybody else
import java.net.*;
import java.util.*;

void main() throws Exception {
  for (var thread : Thread.getAllStackTraces().keySet()) {
    if (thread.getName().equals("threadmill-web")) thread.interrupt();
  }
  try (var other = new ServerSocket(81, 50, InetAddress.getLoopbackAddress())) {
    IO.println("flooding");
  }
  var open = new ArrayList<Socket>();
  long until = System.nanoTime() + 2_000_000_000L;
  while (System.nanoTime() < until) {
    try {
      var socket = new Socket("www.cnn.com", 80);
      open.add(socket);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: www.cnn.com\r\n\r\n".repeat(100).getBytes());
    } catch (IOException full) {
      open.forEach(this::close);
      open.clear();
    }
  }
}

void close(Socket socket) {
  try {
    socket.close();
  } catch (IOException gone) {
    // Then it is closed.
  }
}
