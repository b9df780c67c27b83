import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
  try (var pool = Executors.newFixedThreadPool(5)) {
    var completed = new ExecutorCompletionService<byte[]>(pool);
    var urlOf = new HashMap<Future<byte[]>, String>();
    for (var url : urls) {
      urlOf.put(completed.submit(() -> load(url)), url);
    }
    for (int i = 0; i < urls.size(); i++) {
      var future = completed.take();
      var url = urlOf.get(future);
      try {
        IO.println(url + " page is " + future.get().length + " bytes");
      } catch (ExecutionException failed) {
        IO.println(url + " generated an exception: " + failed.getCause());
      }
    }
  }
  IO.println("all at once: " + (System.nanoTime() - began) / 1_000_000 + " ms");
}
