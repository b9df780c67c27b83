/// What a student's program may use beside the JDK.
module threadmill.lab {
  requires static org.jspecify;

  exports threadmill.lab;
}
