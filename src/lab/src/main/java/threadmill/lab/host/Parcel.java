package threadmill.lab.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import threadmill.lab.NotSendableException;

/// Objects as bytes, for their way between a program and its workers.
final class Parcel {
  private Parcel() {}

  /// Packs an object and all that it refers to.
  ///
  /// @param what how a message calls it, such as `task`
  /// @param mainClass an instance of it is replaced by the receiver's own; empty for none
  /// @throws NotSendableException when something of it is not serialisable
  static byte[] pack(String what, @Nullable Object value, String mainClass) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new Packing(bytes, mainClass)) {
      out.writeObject(value);
    } catch (NotSerializableException e) {
      throw new NotSendableException(unserialisable(what, String.valueOf(e.getMessage())), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new NotSendableException(
          "The %s cannot be written for another process: %s".formatted(what, Failure.words(e)), e);
    }
    return bytes.toByteArray();
  }

  private static String unserialisable(String what, String type) {
    return type.contains("$$Lambda")
        ? "The %s is a lambda of a type that is not Serializable, so it cannot go to another process; wrap it in Task.of(…) or Action.of(…), or let the executor's variable be a LabExecutor (or var)."
            .formatted(what)
        : "The %s refers to a %s, which is not Serializable and so cannot go to another process; let that class implement java.io.Serializable, or capture only the values that are needed."
            .formatted(what, type);
  }

  /// Reads back what was packed.
  ///
  /// @param main makes the instance of the main class, should that be asked for
  /// @throws NotSendableException when it has what may not travel, or cannot be read
  static @Nullable Object unpack(
      String what, byte[] bytes, ClassLoader loader, Supplier<Object> main) {
    var filter = new Travelling(loader);
    try (var in = new Unpacking(bytes, loader, main)) {
      in.setObjectInputFilter(filter);
      return in.readObject();
    } catch (InvalidClassException e) {
      throw new NotSendableException(
          "The %s has an object that may not travel between processes (%s); hand over values of your own classes, of java.lang, java.math, java.time and java.util."
              .formatted(what, filter.refused()),
          e);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw new NotSendableException(
          "The %s cannot be read in the other process: %s".formatted(what, Failure.words(e)), e);
    }
  }

  private static final class Packing extends ObjectOutputStream {
    private final String mainClass;

    Packing(ByteArrayOutputStream bytes, String mainClass) throws IOException {
      super(bytes);
      this.mainClass = mainClass;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object value) {
      return value != null
              && !(value instanceof Serializable)
              && value.getClass().getName().equals(mainClass)
          ? MainInstance.OF_THE_WORKER
          : value;
    }
  }

  private static final class Unpacking extends ObjectInputStream {
    private final ClassLoader loader;
    private final Supplier<Object> main;

    Unpacking(byte[] bytes, ClassLoader loader, Supplier<Object> main) throws IOException {
      super(new ByteArrayInputStream(bytes));
      this.loader = loader;
      this.main = main;
      enableResolveObject(true);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, loader);
      } catch (ClassNotFoundException _) {
        // A primitive type.
        return super.resolveClass(type);
      }
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object value) {
      return value == MainInstance.OF_THE_WORKER ? main.get() : value;
    }
  }
}
