// A program is a file of instructions. A process is one running instance of it, with memory of
// its own. A thread is a sequence of instructions inside a process; it shares that memory.

int shared = 0;

void main() throws IOException, InterruptedException {
  ProcessHandle me = ProcessHandle.current();
  IO.println("this process has the number " + me.pid());

  // A second thread of this process changes a variable, and this thread sees it.
  Thread helper = Thread.ofPlatform().name("helper").start(() -> shared = 42);
  helper.join();
  IO.println("a thread of this process set shared to " + shared);

  // A second process: here another instance of the program "java". It has threads and memory of
  // its own; the two can only exchange messages, such as the text that it prints.
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  Process child = new ProcessBuilder(java, "-XX:+UseSerialGC", "-version").start();
  IO.println("a child process got a number of its own: " + (child.pid() != me.pid()));
  String says = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  IO.println("it printed " + says.lines().count() + " lines");
  IO.println("it ended with exit code " + child.waitFor());
}
