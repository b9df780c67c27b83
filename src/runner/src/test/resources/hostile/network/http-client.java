// verdict: OK
// stdout: denied
// args: PORT
// never: an HTTP request leaves the sandbox
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

void main(String[] args) throws Exception {
  try (var client = HttpClient.newHttpClient()) {
    for (var target : new String[] {"http://127.0.0.1:" + args[0], "http://example.com", "http://169.254.169.254/latest/meta-data"}) {
      try {
        IO.println("ESCAPED " + client.send(HttpRequest.newBuilder(URI.create(target)).build(), HttpResponse.BodyHandlers.ofString()));
      } catch (java.io.IOException e) {
        IO.println("denied " + target + ": " + e);
      }
    }
  }
}
