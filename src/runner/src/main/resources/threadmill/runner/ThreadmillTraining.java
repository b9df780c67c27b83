import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Does what students' programs do. Child JVMs and compilers are trained with it, so that those which
/// serve students start with the JDK's classes loaded, linked and profiled.
record Point(int x, int y) {}

sealed interface Shape {
  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}
}

enum Colour {
  RED,
  GREEN
}

int counter;

double area(Shape shape) {
  return switch (shape) {
    case Shape.Circle(double radius) -> Math.PI * radius * radius;
    case Shape.Square(double side) -> side * side;
  };
}

long fibonacci(int n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

class Sum extends RecursiveTask<Long> {
  private final int from;
  private final int to;

  Sum(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  protected Long compute() {
    if (to - from < 1_000) {
      return IntStream.range(from, to).asLongStream().sum();
    }
    int middle = (from + to) >>> 1;
    var left = new Sum(from, middle).fork();
    return new Sum(middle, to).compute() + left.join();
  }
}

void threads() throws Exception {
  var threads = new ArrayList<Thread>();
  for (int i = 0; i < 4; i++) {
    int id = i;
    var thread = new Thread(() -> {
      for (int k = 0; k < 100; k++) {
        synchronized (this) {
          counter++;
        }
      }
      System.out.println("thread " + id + " has counted to " + counter);
    }, "worker-" + i);
    threads.add(thread);
    thread.start();
  }
  for (Thread thread : threads) {
    thread.join();
  }
  Thread.ofPlatform().daemon().name("daemon").start(() -> Thread.yield()).join();
  var sleeper = Thread.startVirtualThread(() -> {
    try {
      Thread.sleep(Duration.ofMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  });
  sleeper.join();
}

void executors() throws Exception {
  try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      int n = i;
      tasks.add(() -> fibonacci(n));
    }
    for (Future<Long> future : pool.invokeAll(tasks)) {
      System.out.printf("%d %s%n", future.get(), Thread.currentThread().getName());
    }
    var completion = new ExecutorCompletionService<String>(pool);
    for (var word : List.of("one", "two", "three")) {
      completion.submit(() -> word.toUpperCase() + String.format(" %.2f %5d", 1.5, word.length()));
    }
    for (int i = 0; i < 3; i++) {
      IO.println(completion.take().get());
    }
  }
  try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
    var latch = new CountDownLatch(50);
    IntStream.range(0, 50).forEach(_ -> each.submit(latch::countDown));
    latch.await(1, TimeUnit.SECONDS);
  }
  try (var single = Executors.newSingleThreadExecutor();
      var cached = Executors.newCachedThreadPool();
      var scheduled = Executors.newScheduledThreadPool(1);
      var stealing = Executors.newWorkStealingPool()) {
    single.submit(() -> IO.println("single")).get();
    cached.submit(() -> 1).get();
    scheduled.schedule(() -> 2, 1, TimeUnit.MILLISECONDS).get();
    stealing.submit(() -> 3).get();
  }
  try (var pool = new ForkJoinPool(2)) {
    IO.println(pool.invoke(new Sum(0, 10_000)));
  }
  IO.println(ForkJoinPool.commonPool().invoke(new Sum(0, 10_000)));
}

void asynchronous() throws Exception {
  var future =
      CompletableFuture.supplyAsync(() -> 20)
          .thenApply(x -> x * 2)
          .thenCombine(CompletableFuture.supplyAsync(() -> 2), Integer::sum)
          .thenCompose(x -> CompletableFuture.completedFuture("answer " + x))
          .whenComplete((value, error) -> IO.println(value + " " + error))
          .exceptionally(Throwable::getMessage);
  IO.println(future.get(1, TimeUnit.SECONDS));
  var all = Stream.of(1, 2, 3).map(i -> CompletableFuture.runAsync(() -> counter += i)).toList();
  CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
}

void streams() {
  IO.println(LongStream.rangeClosed(1, 10_000).parallel().filter(n -> n % 3 == 0).map(n -> n * n).sum());
  Map<Integer, List<String>> byLength =
      Stream.of("alpha", "beta", "gamma", "delta").sorted().collect(Collectors.groupingBy(String::length));
  Map<Boolean, Long> parity =
      IntStream.range(0, 1_000).boxed().parallel().collect(Collectors.partitioningBy(i -> i % 2 == 0, Collectors.counting()));
  Function<Integer, Integer> twice = i -> i * 2;
  var words = Stream.iterate(1, i -> i + 1).limit(5).map(twice).map(String::valueOf).collect(Collectors.joining(", "));
  IO.println(byLength + " " + parity + " " + words + " " + IntStream.of(3, 1, 2).summaryStatistics());
  var random = new Random(1);
  var numbers = new ArrayList<Integer>();
  for (int i = 0; i < 100; i++) {
    numbers.add(random.nextInt(1_000));
  }
  numbers.sort(null);
  IO.println(numbers.parallelStream().mapToInt(Integer::intValue).max().getAsInt());
}

void locks() throws Exception {
  var lock = new ReentrantLock();
  var condition = lock.newCondition();
  var done = new AtomicInteger();
  var waiter = new Thread(() -> {
    lock.lock();
    try {
      while (done.get() == 0) {
        condition.await(10, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  });
  waiter.start();
  if (lock.tryLock(1, TimeUnit.SECONDS)) {
    done.incrementAndGet();
    condition.signalAll();
    lock.unlock();
  }
  waiter.join();
  var rw = new ReentrantReadWriteLock();
  rw.readLock().lock();
  rw.readLock().unlock();
  rw.writeLock().lock();
  rw.writeLock().unlock();
  var queue = new LinkedBlockingQueue<Integer>(2);
  var producer = Thread.ofVirtual().start(() -> {
    try {
      for (int i = 0; i < 5; i++) {
        queue.put(i);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  });
  var adder = new LongAdder();
  for (int i = 0; i < 5; i++) {
    adder.add(queue.take());
  }
  producer.join();
  var map = new ConcurrentHashMap<String, Integer>();
  map.merge("a", 1, Integer::sum);
  map.computeIfAbsent("b", String::length);
  var semaphore = new Semaphore(1);
  semaphore.acquire();
  semaphore.release();
  var barrier = new CyclicBarrier(2);
  var other = new Thread(() -> {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  });
  other.start();
  barrier.await();
  other.join();
  var monitor = new Object();
  synchronized (monitor) {
    monitor.wait(1);
    monitor.notifyAll();
  }
  IO.println(adder + " " + map + " " + area(new Shape.Circle(1)) + " " + area(new Shape.Square(2)));
}

void inputAndOutput() throws Exception {
  var file = Files.writeString(Path.of("/tmp/notes.txt"), "one\ntwo\n");
  try (var lines = Files.lines(file)) {
    IO.println(lines.count());
  }
  Files.delete(file);
}

/// Loads pages of the virtual web, where there is one.
void web() throws Exception {
  try (var client = HttpClient.newHttpClient();
      var pool = Executors.newFixedThreadPool(2)) {
    var completion = new ExecutorCompletionService<Integer>(pool);
    var hosts = List.of("www.cnn.com", "example.com", "no-such-host.example");
    for (var host : hosts) {
      var request = HttpRequest.newBuilder(URI.create("http://" + host + "/")).timeout(Duration.ofSeconds(5)).build();
      completion.submit(() -> client.send(request, BodyHandlers.ofString()).body().length());
    }
    for (int i = 0; i < hosts.size(); i++) {
      try {
        IO.println(completion.take().get() + " characters");
      } catch (ExecutionException e) {
        IO.println(e.getCause());
      }
    }
    var request = HttpRequest.newBuilder(URI.create("http://example.com/page/1")).build();
    var answer = client.sendAsync(request, BodyHandlers.ofByteArray()).join();
    IO.println(answer.statusCode() + " " + answer.body().length);
  }
  try (var page = URI.create("http://www.bbc.co.uk/").toURL().openStream()) {
    IO.println(page.readAllBytes().length);
  }
}

/// Long enough that the harness looks at threads that wait in each way.
void waits() throws Exception {
  var lock = new Object();
  Thread blocked;
  synchronized (lock) {
    blocked = new Thread(() -> {
      synchronized (lock) {
        counter++;
      }
    });
    blocked.start();
    Thread.sleep(60);
  }
  blocked.join();
  var waiting = new Thread(() -> {
    synchronized (lock) {
      try {
        lock.wait(60);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  });
  waiting.start();
  waiting.join();
  var owned = new ReentrantLock();
  owned.lock();
  var parked = new Thread(() -> {
    owned.lock();
    owned.unlock();
  });
  parked.start();
  try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
    server.setSoTimeout(60);
    server.accept();
  } catch (java.net.SocketTimeoutException e) {
    owned.unlock();
  }
  parked.join();
}

void failures() {
  try {
    Object[] nothing = new Object[1];
    IO.println(nothing[0].toString());
  } catch (NullPointerException | ArrayIndexOutOfBoundsException e) {
    System.err.println(e.getMessage());
    e.printStackTrace();
  } finally {
    System.out.flush();
  }
  var thread = new Thread(() -> {
    throw new IllegalStateException("an example");
  });
  thread.start();
  try {
    thread.join();
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}

void main(String[] args) throws Exception {
  long began = System.nanoTime();
  var line = IO.readln();
  IO.println("input " + line + ", arguments " + String.join(" ", args) + " " + Colour.valueOf("RED") + new Point(1, 2));
  threads();
  executors();
  asynchronous();
  streams();
  locks();
  waits();
  inputAndOutput();
  if (args[1].equals("web")) {
    web();
  }
  failures();
  StringBuilder text = new StringBuilder();
  for (Colour colour : Colour.values()) {
    text.append(colour).append(colour.ordinal()).append(' ');
  }
  System.out.println(text.toString().trim() + " on " + Runtime.getRuntime().availableProcessors() + " cores");
  System.out.println("took " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
}
