// verdict: OK
// stdout: denied
// never: plain Java reads or writes memory by address
void main() throws Exception {
  try {
    var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    field.setAccessible(true);
    var unsafe = field.get(null);
    var memory = unsafe.getClass().getMethod("allocateMemory", long.class).invoke(unsafe, 1L << 20);
    IO.println("ESCAPED " + memory);
  } catch (java.lang.reflect.InvocationTargetException e) {
    IO.println("denied " + e.getCause());
  } catch (Exception e) {
    IO.println("denied " + e);
  }
}
