import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

List<String> urls =
    List.of(
        "http://www.foxnews.com/",
        "http://www.cnn.com/",
        "http://europe.wsj.com/",
        "http://www.bbc.co.uk/",
        "http://some-made-up-domain.com/");

HttpClient client = HttpClient.newHttpClient();

byte[] load(String url) throws Exception {
  var request = HttpRequest.newBuilder(URI.create(url)).build();
  return client.send(request, BodyHandlers.ofByteArray()).body();
}

void main() throws InterruptedException {
  long began = System.nanoTime();
  for (var url : urls) {
    try {
      IO.println(url + " page is " + load(url).length + " bytes");
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      IO.println(url + " generated an exception: " + failed);
    }
  }
  IO.println("one after the other: " + (System.nanoTime() - began) / 1_000_000 + " ms");
}
