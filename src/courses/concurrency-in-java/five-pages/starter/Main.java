// Five addresses of the web inside the sandbox; the last one does not exist.

static final List<String> URLS =
    List.of(
        "http://www.foxnews.com/",
        "http://www.cnn.com/",
        "http://europe.wsj.com/",
        "http://www.bbc.co.uk/",
        "http://some-made-up-domain.com/");

void main() throws Exception {
  Pages.loadAll(URLS, this::load, 5).forEach(IO::println);
}

byte[] load(String url) throws IOException {
  try (var in = URI.create(url).toURL().openStream()) {
    return in.readAllBytes();
  }
}
