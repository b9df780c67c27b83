import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.Future;
import threadmill.lab.Lab;

// I/O-bound work for an experiment: pages of the virtual web, each of which waits far longer than it
// computes. An experiment's sizes, the number of pages, come as the first argument.

HttpClient client = HttpClient.newHttpClient();

void main(String[] args) throws Exception {
  int pages = args.length == 0 ? 24 : Integer.parseInt(args[0]);
  long bytes = 0;
  try (var pool = Lab.executor()) {
    var futures = new ArrayList<Future<Integer>>();
    for (int page = 1; page <= pages; page++) {
      var address = URI.create("http://www.cnn.com/page/" + page);
      futures.add(pool.submit(() -> load(address)));
    }
    for (var future : futures) {
      bytes += future.get();
    }
  }
  IO.println("%d pages, %d bytes".formatted(pages, bytes));
}

int load(URI address) throws Exception {
  var request = HttpRequest.newBuilder(address).build();
  return client.send(request, BodyHandlers.ofByteArray()).body().length;
}
