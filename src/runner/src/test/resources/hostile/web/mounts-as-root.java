// verdict: OK
// with: Native.java
// web: on
// never: root of the namespace with the virtual web changes what is mounted
void main() throws Exception {
  Native.attempt(
      Native.call("mount proc", 165, "proc", "/tmp", "proc", 0, 0),
      Native.call("mount tmpfs", 165, "none", "/tmp", "tmpfs", 0, 0),
      Native.call("bind mount", 165, "/jdk", "/tmp", "", 4096, 0),
      Native.call("remount / writable", 165, "none", "/", "", 32 | 4096, 0),
      Native.call("remount /jdk writable", 165, "none", "/jdk", "", 32 | 4096, 0),
      Native.call("remount /dev writable", 165, "none", "/dev", "", 32, 0),
      Native.call("umount /tmp", 166, "/tmp", 2),
      Native.call("umount /dev", 166, "/dev", 2),
      Native.call("pivot_root", 155, "/tmp", "/tmp"),
      Native.call("chroot", 161, "/tmp"),
      Native.call("open_tree", 428, -100, "/", 1),
      Native.call("move_mount", 429, -100, "/jdk", -100, "/tmp", 0),
      Native.call("fsopen", 430, "tmpfs", 0),
      Native.call("mount_setattr", 442, -100, "/", 0, new byte[32], 32));
}
