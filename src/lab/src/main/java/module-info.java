/// What a student's program may use beside the JDK.
// The harness is compiled after this module, so it is not there yet.
@SuppressWarnings("module")
module threadmill.lab {
  requires static transitive org.jspecify;

  exports threadmill.lab;
  exports threadmill.lab.host to
      threadmill.harness;

  uses threadmill.lab.host.Host;
}
