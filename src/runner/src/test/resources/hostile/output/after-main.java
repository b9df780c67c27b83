// verdict: OUTPUT_LIMIT
// never: output of a shutdown hook is not counted
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) IO.println("late flood"); }));
}
