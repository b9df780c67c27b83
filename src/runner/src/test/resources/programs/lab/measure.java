// verdict: OK
// stdout: 7 calls, 5 times
// stdout: in order true
// stdout: after 2 to warm up
import threadmill.lab.Lab;

void main() throws Exception {
  var calls = new java.util.concurrent.atomic.AtomicInteger();
  var m = Lab.measure(2, 5, calls::incrementAndGet);
  IO.println(calls + " calls, " + m.nanos().size() + " times");
  IO.println("in order " + (m.lowerQuartileNanos() <= m.medianNanos() && m.medianNanos() <= m.upperQuartileNanos()));
  IO.println(m);
}
