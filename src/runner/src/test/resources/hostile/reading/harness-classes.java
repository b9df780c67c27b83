// verdict: OK
// stdout: denied
// never: the harness's objects are reached by reflection
import java.lang.invoke.MethodHandles;

interface Attack { Object make() throws Throwable; }

void main() {
  var loader = getClass().getClassLoader();
  Attack[] attacks = {
    () -> Class.forName("threadmill.harness.Link").getDeclaredMethods()[0].invoke(null),
    () -> open(Class.forName("threadmill.harness.Link").getDeclaredConstructors()[0]).getParameterCount(),
    () -> open(Class.forName("threadmill.harness.Link").getDeclaredMethod("open")).invoke(null),
    () -> open(Class.forName("threadmill.harness.Main").getDeclaredMethods()[0]),
    () -> Class.forName("threadmill.harness.wire.Frames").getMethods()[0].invoke(null, null, null),
    () -> open(loader.getClass().getDeclaredFields()[0]).get(loader),
    () -> MethodHandles.privateLookupIn(loader.getClass(), MethodHandles.lookup()),
    () -> MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup()),
    () -> open(Thread.class.getDeclaredField("holder")).get(Thread.currentThread()),
    () -> open(Class.class.getDeclaredMethod("getDeclaredFields0", boolean.class)),
    () -> open(java.lang.reflect.AccessibleObject.class.getDeclaredMethod("setAccessible0", boolean.class)),
    () -> StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames -> {
      frames.map(StackWalker.StackFrame::getDeclaringClass).filter(c -> c.getName().startsWith("threadmill"))
          .forEach(c -> open(c.getDeclaredMethods()[0]));
      return 0;
    }),
    () -> {
      Class.forName("threadmill.harness.Link").getModule().addOpens("threadmill.harness", getClass().getModule());
      return 1;
    },
    () -> java.lang.reflect.Proxy.newProxyInstance(Class.forName("threadmill.harness.wire.Report").getClassLoader(),
        new Class<?>[] {Class.forName("threadmill.harness.wire.Report")}, (p, m, a) -> null)
  };
  for (int i = 0; i < attacks.length; i++) {
    try {
      IO.println("ESCAPED " + i + " " + attacks[i].make());
    } catch (Throwable e) {
      IO.println("denied " + i + ": " + (e.getCause() == null ? e : e.getCause()));
    }
  }
}

static <T extends java.lang.reflect.AccessibleObject> T open(T member) {
  member.setAccessible(true);
  return member;
}
