// verdict: OK
// stdout: denied
// never: a program opens the harness's channel by its numbers, 3 and 4
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.invoke.MethodHandles;

interface Attack { FileDescriptor make(int number) throws Throwable; }

void main() {
  Attack[] attacks = {
    number -> {
      var make = FileDescriptor.class.getDeclaredConstructor(int.class);
      make.setAccessible(true);
      return make.newInstance(number);
    },
    number -> {
      var field = FileDescriptor.class.getDeclaredField("fd");
      field.setAccessible(true);
      var descriptor = new FileDescriptor();
      field.setInt(descriptor, number);
      return descriptor;
    },
    number -> (FileDescriptor) MethodHandles.privateLookupIn(FileDescriptor.class, MethodHandles.lookup())
        .findConstructor(FileDescriptor.class, java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(number),
    number -> {
      var access = Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaIOFileDescriptorAccess").invoke(null);
      var descriptor = new FileDescriptor();
      access.getClass().getMethod("set", FileDescriptor.class, int.class).invoke(access, descriptor, number);
      return descriptor;
    },
    number -> {
      var field = Class.forName("java.io.FileCleanable").getDeclaredMethods()[0];
      field.setAccessible(true);
      return new FileDescriptor();
    }
  };
  for (int i = 0; i < attacks.length; i++) {
    for (int number = 3; number < 10; number++) {
      try (var out = new FileOutputStream(attacks[i].make(number))) {
        out.write(new byte[] {0, 0, 0, 1, 'E'});
        IO.println("ESCAPED " + i + " " + number);
      } catch (Throwable e) {
        IO.println("denied " + i + " " + number + ": " + e);
      }
    }
  }
}
