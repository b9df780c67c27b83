// Three desks sell the 2,000 seats of tonight's show, all from the first row to the last.

static final int SEATS = 2_000;

final Bookings<Integer> bookings = new Bookings<>();
final CountDownLatch open = new CountDownLatch(1);
final Map<String, Integer> sold = new ConcurrentHashMap<>();

void main() throws InterruptedException {
  var desks = new ArrayList<Thread>();
  for (var name : List.of("north desk", "south desk", "web shop")) {
    desks.add(Thread.ofPlatform().name(name).start(this::sell));
  }
  open.countDown();
  for (var desk : desks) {
    desk.join();
  }
  sold.forEach((desk, tickets) -> IO.println(desk + " sold " + tickets));
  int tickets = sold.values().stream().mapToInt(n -> n).sum();
  IO.println("%d tickets for %d seats".formatted(tickets, SEATS));
}

void sell() {
  var me = Thread.currentThread().getName();
  try {
    open.await();
  } catch (InterruptedException e) {
    return;
  }
  int mine = 0;
  for (int seat = 0; seat < SEATS; seat++) {
    if (bookings.book(seat, me)) {
      mine++;
    }
  }
  sold.put(me, mine);
}
