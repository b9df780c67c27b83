// verdict: TIME_LIMIT
// wall: 2000
// never: code that the JVM cannot stop holds up the supervisor
import java.math.BigInteger;

void main() {
  var big = BigInteger.ONE.shiftLeft(30_000_000).subtract(BigInteger.ONE);
  while (true) big = big.multiply(big).shiftRight(30_000_000);
}
