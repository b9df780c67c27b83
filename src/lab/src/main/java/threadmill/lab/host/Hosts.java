package threadmill.lab.host;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Finds the host of this JVM.
public final class Hosts {
  private static volatile @Nullable Host installed;

  private Hosts() {}

  /// The one that was installed, or else provided by a module, or else the machine itself.
  public static Host current() {
    var host = installed;
    return host == null ? Found.HOST : host;
  }

  static void install(Host host) {
    installed = host;
  }

  private static final class Found {
    static final Host HOST =
        ServiceLoader.load(Host.class, Host.class.getClassLoader())
            .findFirst()
            .orElseGet(PlainJvm::new);
  }
}
