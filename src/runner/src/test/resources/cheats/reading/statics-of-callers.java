// story: Walks the stack, reads all static fields of its callers and what hangs on them, and answers what it finds.
// exercise: lost-update
// attacks: counts, no-update-is-lost
// verdict: WRONG_ANSWER | SECURITY_VIOLATION
// file: Counter.java
import java.lang.reflect.Modifier;

class Counter {
  static long best = -1;

  Counter() {
    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).forEach(frame -> {
      for (var type = frame.getDeclaringClass(); type != null; type = type.getSuperclass()) {
        for (var field : type.getDeclaredFields()) {
          try {
            field.setAccessible(true);
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Number number) {
              best = number.longValue();
            }
          } catch (Exception | Error e) {
            System.out.println(e);
          }
        }
      }
    });
  }

  void increment() {}

  long value() {
    return best;
  }
}
