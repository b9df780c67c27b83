// verdict: TIME_LIMIT
// wall: 4000
// explains: main had returned
import threadmill.lab.ProcessPool;

void main() throws Exception {
  IO.println(new ProcessPool(1).submit(() -> 42).get());
}
