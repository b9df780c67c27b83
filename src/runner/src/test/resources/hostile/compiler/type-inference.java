// verdict: COMPILE_ERROR
// explains: javac
// never: overloads that must be tried 2^40 times hold up the next student
import java.util.function.*;

int f(Function<String, Integer> a) { return 0; }

int f(ToLongFunction<Integer> a) { return 0; }

void main() {
  IO.println(@@40{f(x# -> }@@0@@40{)}@@);
}
