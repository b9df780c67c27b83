package threadmill.runner.sandbox.escape;

import java.util.List;

/// What the escapes aim at, as the sandbox is told it.
///
/// @param file a file of the host that everybody may read
/// @param port on which the host's loopback listens
/// @param socket path of a unix socket on which the host listens
/// @param abstractSocket name of an abstract one
/// @param supervisor our own process
/// @param tasks processes and threads that the sandbox may have
/// @param dataBytes private memory that a process may have
/// @param tmpfsBytes room in its only writable folder
/// @param web whether the sandbox may bind ports of a virtual web
record Targets(
    String file,
    int port,
    String socket,
    String abstractSocket,
    int supervisor,
    int tasks,
    long dataBytes,
    long tmpfsBytes,
    boolean web) {

  List<String> arguments() {
    return List.of(
        file,
        Integer.toString(port),
        socket,
        abstractSocket,
        Integer.toString(supervisor),
        Integer.toString(tasks),
        Long.toString(dataBytes),
        Long.toString(tmpfsBytes),
        Boolean.toString(web));
  }

  static Targets of(String... arguments) {
    return new Targets(
        arguments[0],
        Integer.parseInt(arguments[1]),
        arguments[2],
        arguments[3],
        Integer.parseInt(arguments[4]),
        Integer.parseInt(arguments[5]),
        Long.parseLong(arguments[6]),
        Long.parseLong(arguments[7]),
        Boolean.parseBoolean(arguments[8]));
  }

  /// The same for a sandbox with the virtual web.
  Targets withWeb() {
    return new Targets(
        file, port, socket, abstractSocket, supervisor, tasks, dataBytes, tmpfsBytes, true);
  }
}
