// verdict: OK
// stdout: caller 42 1,4,9
// stdout: single 42 1,4,9
// stdout: fixed 42 1,4,9
// stdout: cached 42 1,4,9
// stdout: forkjoin 42 1,4,9
// stdout: virtual 42 1,4,9
// stdout: process 42 1,4,9
import threadmill.lab.ExecutorKind;

void main() throws Exception {
  for (var kind : ExecutorKind.values()) {
    try (var pool = kind.open(2)) {
      IO.println(kind.word() + " " + pool.submit(() -> 6 * 7).get() + " "
          + pool.map(n -> n * n, List.of(1, 2, 3), 2).map(String::valueOf).collect(Collectors.joining(",")));
    }
  }
}
