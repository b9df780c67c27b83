// Loads that take 100 ms each. The far side wants no more than 500 of them at the same time.

static final int LOADS = 40; // make it 3,000 when loads no longer wait for each other
static final int AT_ONCE = 500;

void main() throws Exception {
  var ids = IntStream.range(0, LOADS).boxed().toList();
  long begin = System.nanoTime();
  var answers = Loads.all(ids, AT_ONCE, this::load);
  long millis = (System.nanoTime() - begin) / 1_000_000;
  long failed = answers.stream().filter("failed"::equals).count();
  IO.println("%d loads, %d of them failed, %d ms".formatted(answers.size(), failed, millis));
}

String load(int id) throws Exception {
  Thread.sleep(100);
  if (id % 10 == 9) {
    throw new Exception("no answer");
  }
  return "page " + id;
}
