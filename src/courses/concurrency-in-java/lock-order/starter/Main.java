// Ann pays Bob while Bob pays Ann, again and again.

static final int TIMES = 200_000;

void main() throws InterruptedException {
  var hers = new Account(1, 1_000);
  var his = new Account(2, 1_000);
  var open = new CountDownLatch(1);
  var ann = Thread.ofPlatform().name("Ann").start(() -> pay(open, hers, his));
  var bob = Thread.ofPlatform().name("Bob").start(() -> pay(open, his, hers));
  open.countDown();
  ann.join();
  bob.join();
  IO.println("Ann has %d, Bob has %d".formatted(hers.balance, his.balance));
}

void pay(CountDownLatch open, Account from, Account to) {
  try {
    open.await();
  } catch (InterruptedException e) {
    return;
  }
  for (int i = 0; i < TIMES; i++) {
    Bank.transfer(from, to, 1);
  }
}
