import threadmill.lab.Lab;

// Five addresses of the web inside the sandbox; the last one does not exist.

static final List<String> URLS =
    List.of(
        "http://www.foxnews.com/",
        "http://www.cnn.com/",
        "http://europe.wsj.com/",
        "http://www.bbc.co.uk/",
        "http://some-made-up-domain.com/");

void main() throws Exception {
  var loads = new ArrayList<Load>();
  for (var url : URLS) {
    loads.add(new Load(url, () -> size(url)));
  }
  try (var pool = Lab.executor()) {
    Arrivals.showAll(loads, pool, IO::println);
  }
}

int size(String url) throws IOException {
  try (var in = URI.create(url).toURL().openStream()) {
    return in.readAllBytes().length;
  }
}
