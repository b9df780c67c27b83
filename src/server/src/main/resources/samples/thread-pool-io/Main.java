import threadmill.lab.Lab;

// A pool of threads loads five pages; results are taken as they complete, the quickest first.
// The work is I/O-bound: it waits far more than it computes, so five waits overlap on one core.
//
// A sandbox has no network: the pages, their sizes and how long each takes are made up.

record Page(String url, int millis, int bytes) {}

static final List<Page> PAGES =
    List.of(
        new Page("http://www.foxnews.com/", 450, 301_024),
        new Page("http://www.cnn.com/", 200, 1_136_640),
        new Page("http://europe.wsj.com/", 600, 914_112),
        new Page("http://www.bbc.co.uk/", 320, 408_550),
        new Page("http://some-made-up-domain.com/", 80, 0));

void main() throws InterruptedException {
  long begin = System.nanoTime();
  var names = Thread.ofPlatform().name("loader-", 1).factory();
  // Leaving the block waits for the pool's tasks and ends its threads.
  try (var pool = Executors.newFixedThreadPool(Lab.parallelism(), names)) {
    var completed = new ExecutorCompletionService<byte[]>(pool);
    var urls = new HashMap<Future<byte[]>, String>();
    for (Page page : PAGES) {
      urls.put(completed.submit(() -> load(page)), page.url());
    }
    for (int i = 0; i < PAGES.size(); i++) {
      Future<byte[]> done = completed.take();
      report(urls.get(done), done);
    }
  }
  int oneByOne = PAGES.stream().mapToInt(Page::millis).sum();
  long millis = (System.nanoTime() - begin) / 1_000_000;
  IO.println("took %d ms; one after the other: %d ms".formatted(millis, oneByOne));
}

byte[] load(Page page) throws InterruptedException, UnknownHostException {
  Thread.sleep(page.millis());
  if (page.bytes() == 0) {
    throw new UnknownHostException("unknown host");
  }
  return new byte[page.bytes()];
}

void report(String url, Future<byte[]> done) throws InterruptedException {
  try {
    IO.println("%s page is %d bytes".formatted(url, done.get().length));
  } catch (ExecutionException e) {
    IO.println("%s generated an exception: %s".formatted(url, e.getCause().getMessage()));
  }
}
