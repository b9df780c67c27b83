// verdict: TIME_LIMIT
// explains: main had returned
// wall: 1000
void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));
}
