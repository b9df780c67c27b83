// verdict: OK
// web: on
// stdout: still there
// never: requests that are none make the web, and with it the harness, fail
import java.net.*;
import java.util.*;

void main() throws Exception {
  var random = new Random(1);
  for (int i = 0; i < 200; i++) {
    var bytes = new byte[random.nextInt(40_000)];
    random.nextBytes(bytes);
    try (var socket = new Socket("www.cnn.com", 80)) {
      socket.getOutputStream().write(bytes);
    } catch (IOException refused) {
      // It may close what it does not understand.
    }
  }
  try (var page = URI.create("http://www.cnn.com/").toURL().openStream()) {
    IO.println(page.readAllBytes().length > 0 ? "still there" : "empty");
  }
}
