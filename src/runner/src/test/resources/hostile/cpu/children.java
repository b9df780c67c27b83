// verdict: TIME_LIMIT
// with: Native.java
// wall: 1500
// never: child processes spin unseen while main sleeps
void main() throws Exception {
  for (int i = 0; i < 8; i++) Native.code(0xEB, 0xFE);
  Thread.sleep(60_000);
}
