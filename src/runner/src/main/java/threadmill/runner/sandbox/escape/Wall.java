package threadmill.runner.sandbox.escape;

/// What stops an escape.
public enum Wall {
  MOUNTS,
  NAMESPACES,
  PRIVILEGES,
  SYSTEM_CALLS,
  LIMITS
}
