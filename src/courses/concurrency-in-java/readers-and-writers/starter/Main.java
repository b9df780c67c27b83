// A notice board: five people read it, two change it now and then. Reading takes 40 ms, writing 60.

final ReadWrite gate = new ReadWrite();
volatile String notice = "nothing new";

void main() throws InterruptedException {
  var people = new ArrayList<Thread>();
  for (int i = 1; i <= 5; i++) {
    people.add(Thread.ofPlatform().name("reader-" + i).start(() -> quietly(this::read)));
  }
  for (int i = 1; i <= 2; i++) {
    people.add(Thread.ofPlatform().name("writer-" + i).start(() -> quietly(this::write)));
  }
  for (var person : people) {
    person.join();
  }
}

void read() throws InterruptedException {
  for (int i = 0; i < 10; i++) {
    gate.startReading();
    try {
      var before = notice;
      Thread.sleep(40);
      if (!before.equals(notice)) {
        IO.println("the notice changed while it was read");
      }
    } finally {
      gate.endReading();
    }
    Thread.sleep(5);
  }
}

void write() throws InterruptedException {
  var me = Thread.currentThread().getName();
  for (int i = 1; i <= 4; i++) {
    Thread.sleep(50);
    gate.startWriting();
    try {
      notice = "half a noti";
      Thread.sleep(60);
      notice = "notice %d of %s".formatted(i, me);
    } finally {
      gate.endWriting();
    }
    IO.println(me + " wrote notice " + i);
  }
}

interface Work {
  void run() throws InterruptedException;
}

void quietly(Work work) {
  try {
    work.run();
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
